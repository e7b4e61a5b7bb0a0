import type { ReactNode } from 'react';
import type { FilterName } from '../board/board-filter.js';
import type { Somebody } from './decisions.js';
import { type Command, keyOf } from './keys.js';
import type { Meeting } from './meeting.graphql.js';
import { Prompt } from './prompt.js';
import { actsHere, type Asked, questionsOf, type Subject, tellsWhom } from './questions.js';
import { SlicePrompt } from './slice-prompt.js';
import { draftOf } from './subject.js';

/** What is open over the slide that is shown. */
export type Overlay =
  | { kind: 'keys' }
  | { kind: 'phone' }
  | { kind: 'slice' }
  | { kind: 'acts' }
  | { kind: 'ask'; asked: Asked; subject: Subject | undefined };

interface OverlaysProps {
  overlay: Overlay | undefined;
  meeting: Meeting;
  subject: Subject | undefined;
  people: readonly (Somebody & { role: string })[];
  /** Whether a slice is chosen for this screen alone. */
  alone: boolean;
  deep: boolean;
  /** What was done a moment ago. */
  told: ReactNode;
  run(command: Command): void;
  choose(name: FilterName, value: string): void;
  onDone(asked: Asked, subject: Subject | undefined, answers: Record<string, string>): void;
  onClose(): void;
}

/** What asks for something: which act, what an act needs, which slice of the board. */
export function Overlays({
  overlay,
  meeting,
  subject,
  people,
  alone,
  deep,
  told,
  run,
  choose,
  onDone,
  onClose,
}: OverlaysProps) {
  const room = deep ? 4 : 6;
  const { slice } = meeting;
  switch (overlay?.kind) {
    case 'acts':
      return (
        <Prompt
          place="present-acts"
          questions={[
            {
              name: 'act',
              asks: subject ? `What is done with ${subject.key}?` : 'What is noted?',
              kind: 'pick',
              options: [
                ...actsHere(subject).map(({ act, word }) => ({ id: act, label: word })),
                { id: 'plots' as const, label: 'show the plots' },
                { id: 'table' as const, label: 'show the table, and how it was computed' },
                { id: 'slice' as const, label: 'show a slice of the board' },
                ...(slice ? [{ id: 'whole' as const, label: 'show the whole board' }] : []),
              ].map((option) => ({ ...option, shortcut: keyOf(option.id) })),
            },
          ]}
          tells=""
          told={told}
          room={room}
          onDone={({ act }) => run(act as Command)}
          onClose={onClose}
        />
      );
    case 'slice':
      return (
        <SlicePrompt
          slice={slice}
          alone={alone}
          told={told}
          room={room}
          whole={() => run('whole')}
          choose={choose}
          onClose={onClose}
        />
      );
    case 'ask': {
      const { asked, subject: about } = overlay;
      return (
        <Prompt
          key={asked}
          place={draftOf(asked, about)}
          questions={questionsOf(asked, about, { stages: meeting.board.stages, people })}
          tells={tellsWhom(asked, about, meeting.mailsMinutesTo)}
          told={told}
          room={room}
          onClose={onClose}
          onDone={(answers) => onDone(asked, about, answers)}
        />
      );
    }
    default:
      return null;
  }
}
