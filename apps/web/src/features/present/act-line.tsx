import { KeyLine } from './key-line.js';
import type { Command } from './keys.js';
import { actsHere, type Subject } from './questions.js';

/** The keys of what can be done here. */
export function ActLine({ subject, run }: { subject: Subject; run(command: Command): void }) {
  return <KeyLine keys={actsHere(subject).map(({ act, ...rest }) => ({ command: act, ...rest }))} run={run} />;
}
