import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { day } from '../../format.js';
import { inTurn } from '../../graphql/in-turn-link.js';
import { sayError } from '../../graphql/say-error.js';
import { keyOfDraft } from '../../ui/use-draft.js';
import {
  CHOOSE_QUICK_WIN,
  DECIDE,
  EDIT_WHILE_PRESENTING,
  END_MEETING,
  GIVE_ACTION,
  MARK_PRESENT,
  MOVE_WHILE_PRESENTING,
  PROMISE_WHILE_PRESENTING,
  TAKE_ACTION_BACK,
  TAKE_DECISION_BACK,
  TAKE_PROMISE_BACK,
  UNDO_WHILE_PRESENTING,
} from './acts.graphql.js';
import { onCard } from './expect.js';
import { keyOf, type Act } from './keys.js';
import type { Meeting } from './meeting.graphql.js';
import { type Subject, tellsWhom } from './questions.js';
import { draftOf } from './subject.js';
import { type TakeBack, TakeBacks } from './take-backs.js';
import type { MeetingState, Patch } from './use-meeting.js';

/** One sentence about what was done, and whether it went wrong. */
export interface Said {
  text: string;
  wrong?: true;
  /** How it is taken back, where there is room to say so. */
  hint?: string;
}

type Answers = Readonly<Record<string, string>>;

/** An act as it is done: what is shown at once, what is sent, what is said, and how it is taken back. */
interface Doing {
  expect: Patch;
  /** Gives how each part is taken back; nothing where it stood so already. */
  send(): Promise<TakeBack[]>;
  says: string;
  /** What is said instead where it stood so already. */
  already?: string;
}

interface Names {
  stage(id: string): { name: string; category: Meeting['stages'][number]['category'] } | undefined;
  person(id: string): string;
}

/** One act after the other, and nothing of it into the cards that the board keeps. */
const HOW = { fetchPolicy: 'no-cache', context: inTurn('acts') } as const;

/** An input with the key of its draft: a second try, after an answer that was lost, does nothing twice. */
function keyed<Input extends object>(act: Act | 'plan', subject: Subject | undefined, input: Input) {
  // Where a card was moved meanwhile, moving it there is another act.
  const seen = act === 'move' || act === 'plan' ? subject?.version : undefined;
  return { ...input, idempotencyKey: keyOfDraft(draftOf(act, subject), JSON.stringify([input, seen])) };
}

/** How long a sentence stays, in milliseconds. */
const SAID_MS = { calm: 8000, wrong: 20_000 };

/**
 * What is done without leaving the view. It shows at once; a refusal takes it back and says why; the last that was done
 * is taken back by one key.
 */
export function useActs(meetingId: string, expecting: MeetingState['expecting'], names: Names) {
  const client = useApolloClient();
  const [said, setSaid] = useState<Said>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [done] = useState(() => new TakeBacks());
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const say = (text: string, wrong = false, hint = '') => {
    clearTimeout(timer.current);
    setSaid({ text, ...(wrong && { wrong: true }), ...(hint && { hint }) });
    timer.current = setTimeout(() => setSaid(undefined), wrong ? SAID_MS.wrong : SAID_MS.calm);
  };
  /** One after the other: what is taken back is what was done last, also while its answer is on the way. */
  const inLine = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.current.then(work);
    turn.current = mine.catch(() => undefined);
    return mine;
  };
  const takeBackChange = (changeId: string) => () =>
    client.mutate({ mutation: UNDO_WHILE_PRESENTING, variables: { changeId }, ...HOW });

  const takeBackPromise = (id: string) => () =>
    client.mutate({ mutation: TAKE_PROMISE_BACK, variables: { id }, ...HOW });

  const edit = async (subject: Subject, fields: { ownerId?: string; blocked?: boolean; blockedReason?: string }) => {
    const { painPointId: id, version: expectedVersion } = subject;
    const { data } = await client.mutate({
      mutation: EDIT_WHILE_PRESENTING,
      variables: { input: { id, expectedVersion, ...fields } },
      ...HOW,
    });
    // That a card is blocked and why are taken back together, by either of the two.
    return data?.editPainPoint.changeIds.slice(0, 1).map(takeBackChange) ?? [];
  };

  const doings: Record<Act | 'plan', (subject: Subject | undefined, answers: Answers) => Doing | undefined> = {
    move(subject, { stageId: toStageId = '' }) {
      const stage = names.stage(toStageId);
      if (!subject || !stage) return undefined;
      return {
        expect: onCard(subject.painPointId, { stage: stage.name, category: stage.category }),
        says: `${subject.key} is in ${stage.name} and ${tellsWhom('move', subject)}.`,
        already: `${subject.key} is in ${stage.name} already.`,
        async send() {
          if (toStageId === subject.stageId) return [];
          const input = keyed('move', subject, { id: subject.painPointId, toStageId });
          const { data } = await client.mutate({ mutation: MOVE_WHILE_PRESENTING, variables: { input }, ...HOW });
          return data ? [takeBackChange(data.movePainPoint.changeId)] : [];
        },
      };
    },
    owner(subject, { ownerId = '' }) {
      if (!subject) return undefined;
      const owner = names.person(ownerId);
      return {
        expect: onCard(subject.painPointId, { owner }),
        says: `${owner} has ${subject.key}.`,
        already: `${owner} has ${subject.key} already.`,
        send: () => edit(subject, { ownerId }),
      };
    },
    promise(subject, { dueOn = '', reason }) {
      if (!subject) return undefined;
      return {
        expect: onCard(subject.painPointId, { dueOn }),
        says: `${subject.key} is promised for ${day(dueOn)} and ${tellsWhom('promise', subject)}.`,
        async send() {
          const input = { painPointId: subject.painPointId, dueOn, ...(reason && { reason }) };
          const { data } = await client.mutate({ mutation: PROMISE_WHILE_PRESENTING, variables: { input }, ...HOW });
          return data ? [takeBackPromise(data.makeCommitment.id)] : [];
        },
      };
    },
    block(subject, { reason }) {
      if (!subject) return undefined;
      return {
        expect: onCard(subject.painPointId, { blocked: reason !== undefined, blockedReason: reason ?? null }),
        says: reason === undefined ? `${subject.key} goes on.` : `${subject.key} is blocked.`,
        already:
          reason === undefined ? `Nothing blocks ${subject.key} any more.` : `${subject.key} is blocked already.`,
        send: () => edit(subject, reason === undefined ? { blocked: false } : { blocked: true, blockedReason: reason }),
      };
    },
    decision(subject, { text = '' }) {
      return {
        expect: (meeting: Meeting) => ({
          ...meeting,
          decisions: [...meeting.decisions, { __typename: 'Decision', id: 'new', text, card: null }],
        }),
        says: 'The decision is noted.',
        async send() {
          const painPointId = subject?.painPointId ?? null;
          const input = keyed('decision', subject, { meetingId, text, painPointId });
          const { data } = await client.mutate({ mutation: DECIDE, variables: { input }, ...HOW });
          const id = data?.addDecision.decision.id;
          return id ? [() => client.mutate({ mutation: TAKE_DECISION_BACK, variables: { id }, ...HOW })] : [];
        },
      };
    },
    action(subject, { title = '', assigneeId = '', dueOn = '' }) {
      const assignee = names.person(assigneeId);
      return {
        expect: (meeting: Meeting) => ({
          ...meeting,
          actions: [
            ...meeting.actions,
            { __typename: 'ActionItem', taskId: 'new', title, state: 'TODO', dueOn, assignee, cards: [] },
          ],
        }),
        says: `${assignee} does it by ${day(dueOn)}.`,
        async send() {
          const painPointIds = subject ? [subject.painPointId] : [];
          const input = keyed('action', subject, { meetingId, title, painPointIds, assigneeId, dueOn });
          const { data } = await client.mutate({ mutation: GIVE_ACTION, variables: { input }, ...HOW });
          const taskId = data?.addActionItem.action.taskId;
          return taskId
            ? [() => client.mutate({ mutation: TAKE_ACTION_BACK, variables: { meetingId, taskId }, ...HOW })]
            : [];
        },
      };
    },
    plan(subject, { ownerId = '', dueOn = '', reason }) {
      if (!subject) return undefined;
      const owner = names.person(ownerId);
      return {
        expect: onCard(subject.painPointId, { owner, dueOn, category: 'PLANNED' }),
        says: `${subject.key} is chosen: ${owner}, by ${day(dueOn)}; ${tellsWhom('plan', subject)}.`,
        async send() {
          const { painPointId } = subject;
          const input = keyed('plan', subject, { painPointId, ownerId, dueOn, ...(reason && { reason }) });
          const { data } = await client.mutate({ mutation: CHOOSE_QUICK_WIN, variables: { input }, ...HOW });
          const { changeIds = [], commitmentId = null } = data?.chooseQuickWin ?? {};
          // The promise goes first, while those who heard of it still have the card; then what came before it.
          return [...(commitmentId === null ? [] : [takeBackPromise(commitmentId)]), ...changeIds.map(takeBackChange)];
        },
      };
    },
  };

  return {
    said,
    say,
    /** Does it; answers whether it was done. */
    async run(act: Act | 'plan', subject: Subject | undefined, answers: Answers): Promise<boolean> {
      const doing = doings[act](subject, answers);
      if (!doing) return false;
      try {
        const parts = await expecting(doing.expect, () =>
          inLine(async () => {
            const sent = await doing.send();
            done.note(doing.says, sent);
            return sent;
          }),
        );
        if (parts.length > 0) say(doing.says, false, `${keyOf('undo').toUpperCase()} takes it back.`);
        else say(doing.already ?? doing.says);
        return true;
      } catch (error) {
        say(`This was not done. ${sayError(error)} What you typed is kept.`, true);
        return false;
      }
    },
    async undo(): Promise<void> {
      const told = await expecting(
        (meeting) => meeting,
        () => inLine(() => done.takeLast()),
      );
      say(told.text, told.wrong);
    },
    /** Somebody is here, or could not come; null: it is not known. */
    async mark(somebody: { id: string; name: string }, present: boolean | null): Promise<void> {
      const { id: personId, name } = somebody;
      const expect = (meeting: Meeting) => ({
        ...meeting,
        attendance: [
          ...meeting.attendance.filter((one) => one.personId !== personId),
          ...(present === null
            ? []
            : [{ __typename: 'Attendance' as const, personId, name, businessUnit: null, present }]),
        ],
      });
      const input = { meetingId, personId, present };
      try {
        await expecting(expect, () => client.mutate({ mutation: MARK_PRESENT, variables: { input }, ...HOW }));
      } catch (error) {
        say(`This was not noted. ${sayError(error)}`, true);
      }
    },
    async end(): Promise<void> {
      try {
        await expecting(
          (meeting) => meeting,
          () => client.mutate({ mutation: END_MEETING, variables: { id: meetingId }, ...HOW }),
        );
        done.forget();
        say('The meeting has ended. Its minutes are kept.');
      } catch (error) {
        say(`It could not be ended. ${sayError(error)}`, true);
      }
    },
  };
}
