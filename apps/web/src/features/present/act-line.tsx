import { KeyLine } from './key-line.js';
import { type Command, keyOf } from './keys.js';
import { actsHere, type Subject } from './questions.js';

interface ActLineProps {
  /** The card of the walk; absent where what is noted belongs to the whole meeting. */
  subject: Subject | undefined;
  /** What becomes of what is chosen on the slide, where one chooses. */
  chooses?: string | undefined;
  run(command: Command): void;
}

/** The keys of what can be done here. */
export function ActLine({ subject, chooses, run }: ActLineProps) {
  const acts = actsHere(subject).map(({ act, ...rest }) => ({ command: act, ...rest }));
  const down = chooses === undefined ? [] : [{ command: 'down' as const, key: keyOf('down'), word: chooses }];
  return <KeyLine keys={[...down, ...acts]} run={run} />;
}
