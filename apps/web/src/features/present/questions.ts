import type { Act } from './keys.js';
import { keyOf } from './keys.js';

/** One thing that is asked before an act is done. */
export type Question = {
  name: string;
  asks: string;
  hint?: string;
  /** Whether what was answered before makes it needless. */
  needless?: (answers: Readonly<Record<string, string>>) => boolean;
} & (
  | { kind: 'pick'; options: readonly Option[]; numbered?: boolean }
  | { kind: 'date'; stands?: string }
  | { kind: 'text'; longest: number }
);

export interface Option {
  id: string;
  label: string;
  /** Where it stands already. */
  now?: boolean;
  /** By which key it is done without this list. */
  shortcut?: string;
  /** The one that is selected before anything is pressed. */
  likely?: boolean;
}

/** What the acts of a card depend on. */
export interface Subject {
  painPointId: string;
  key: string;
  stageId: string;
  ownerId: string | null;
  blocked: boolean;
  /** Whether a promised date stands, which a new one moves. */
  promised: boolean;
  /** The day for which it stands, as long as it can be kept. */
  promisedFor: string | null;
  version: number;
  tells: number;
}

interface Choices {
  stages: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string; role: string }[];
}

/** What can be asked for: an act on a card, the choice of a quick win, or the end of the meeting. */
export type Asked = Act | 'plan' | 'end';

const ACT_WORDS: Record<Act, string> = {
  move: 'move',
  owner: 'owner',
  promise: 'promise',
  block: 'blocked',
  decision: 'decide',
  action: 'action item',
};

/** What is asked for each act, in turn. */
export function questionsOf(act: Asked, subject: Subject | undefined, { stages, people }: Choices): Question[] {
  const team = people.filter(({ role }) => role !== 'SPONSOR' && role !== 'VIEWER');
  const whose = subject ? ` ${subject.key}` : '';
  const pick = (list: readonly { id: string; name: string }[], now?: string | null): Option[] =>
    list.map(({ id, name }) => ({ id, label: name, ...(id === now && { now: true }) }));
  const owner: Question = {
    name: 'ownerId',
    asks: `Who owns${whose}?`,
    kind: 'pick',
    options: pick(team, subject?.ownerId),
  };
  const why: Question = {
    name: 'reason',
    asks: 'Why does the date move?',
    hint: 'Its sponsors read this.',
    kind: 'text',
    longest: 2000,
  };
  const date: Question = { name: 'dueOn', asks: `When will${whose} be fixed?`, kind: 'date' };
  // A card goes to the right; from the last stage there is nowhere to go.
  const onwards = Math.min(stages.findIndex(({ id }) => id === subject?.stageId) + 1, stages.length - 1);
  switch (act) {
    case 'move':
      return [
        {
          name: 'stageId',
          asks: `Move${whose} where?`,
          kind: 'pick',
          numbered: true,
          options: pick(stages, subject?.stageId).map((option, at) =>
            at === onwards ? { ...option, likely: true } : option,
          ),
        },
      ];
    case 'owner':
      return [owner];
    case 'promise':
      return subject?.promised ? [date, why] : [date];
    case 'block':
      return subject?.blocked
        ? [
            {
              name: 'unblock',
              asks: `Does${whose} go on?`,
              kind: 'pick',
              numbered: true,
              options: [{ id: 'yes', label: 'Yes, nothing blocks it any more' }],
            },
          ]
        : [{ name: 'reason', asks: `What blocks${whose}?`, kind: 'text', longest: 2000 }];
    case 'decision':
      return [
        {
          name: 'text',
          asks: subject ? `What was decided on ${subject.key}?` : 'What was decided?',
          kind: 'text',
          longest: 1000,
        },
      ];
    case 'action':
      return [
        {
          name: 'title',
          asks: subject ? `What is to be done for ${subject.key}?` : 'What is to be done?',
          kind: 'text',
          longest: 200,
        },
        { name: 'assigneeId', asks: 'By whom?', kind: 'pick', options: pick(people) },
        { name: 'dueOn', asks: 'Until when?', kind: 'date' },
      ];
    case 'plan':
      if (!subject?.promised) return [owner, date];
      return [owner, ...planAgain(date, why, subject.promisedFor)];
    case 'end':
      return [
        {
          name: 'end',
          asks: 'End the meeting?',
          hint: 'What was shown and decided is kept as its minutes. The next one begins anew.',
          kind: 'pick',
          numbered: true,
          options: [{ id: 'yes', label: 'Yes, end it' }],
        },
      ];
  }
}

/** A date that was promised before can be kept as it stands; another one needs to say why. */
function planAgain(date: Question, why: Question, stands: string | null): Question[] {
  if (stands === null) return [date, why];
  return [
    { ...date, kind: 'date', stands, hint: 'This day is promised already; Enter keeps it.' },
    { ...why, needless: ({ dueOn }) => dueOn === stands },
  ];
}

/** Those of the acts that can be done here, with their keys. */
export function actsHere(subject: Subject | undefined): { act: Act; key: string; word: string }[] {
  const acts: Act[] = subject ? ['move', 'owner', 'promise', 'block', 'decision', 'action'] : ['decision', 'action'];
  return acts.map((act) => ({
    act,
    key: keyOf(act),
    word: subject?.blocked && act === 'block' ? 'goes on' : ACT_WORDS[act],
  }));
}

/** Whom an act tells, before it is done; the end of a meeting mails its minutes to so many. */
export function tellsWhom(act: Asked, subject: Subject | undefined, readers = 0): string {
  if (act === 'end') return readers === 0 ? 'mails the minutes to nobody' : `mails the minutes to ${readers}`;
  const tells = act === 'move' || act === 'promise' || act === 'plan' ? (subject?.tells ?? 0) : 0;
  if (tells === 0) return 'tells nobody';
  return tells === 1 ? 'tells 1 sponsor' : `tells ${tells} sponsors`;
}

/** Options that hold what is typed, those that begin with it first. */
export function narrow(options: readonly Option[], typed: string): Option[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return [...options];
  const begins = (label: string) =>
    label
      .toLocaleLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  const holds = options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  return [...holds.filter(({ label }) => begins(label)), ...holds.filter(({ label }) => !begins(label))];
}
