import { isSponsor, NotificationKind, type Part } from './notification-rules.js';

/** A way to reach somebody. */
export const Channel = { APP: 'APP', MAIL: 'MAIL', PUSH: 'PUSH' } as const;
export type Channel = (typeof Channel)[keyof typeof Channel];

/** When somebody wants to hear of an event by a channel. */
export const Choice = { AT_ONCE: 'AT_ONCE', DIGEST: 'DIGEST', NEVER: 'NEVER' } as const;
export type Choice = (typeof Choice)[keyof typeof Choice];

/** What one chooses about: the rows of the settings page, in their order there. */
export const EVENT_GROUPS = [
  'raised',
  'joined',
  'moved',
  'planned',
  'left',
  'commitment',
  'comment',
  'win',
  'taskDone',
  'stillBleeding',
  'merged',
  'minutes',
  'silence',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const k = NotificationKind;

/** The group that a kind of notice belongs to. Null: it asks for an answer, which is the job, and always comes. */
const GROUP_OF: Readonly<Record<NotificationKind, EventGroup | null>> = {
  [k.RAISED]: 'raised',
  [k.IMPORTED]: 'raised',
  [k.MINUTES]: 'minutes',
  [k.SIGN_IN_LINK]: null,
  [k.INVITED]: null,
  [k.DIGEST]: null,
  [k.BUNDLE]: null,
  [k.BOUNCED]: null,
  [k.UNREADABLE]: null,
  [k.WEBHOOK_PAUSED]: null,
  [k.WEBHOOK_TEST]: null,
  [k.JOINED]: 'joined',
  [k.SHARED]: 'joined',
  [k.PLANNED]: 'planned',
  [k.WORKAROUND_OFFERED]: 'planned',
  [k.WORKAROUND_ENDED]: 'planned',
  [k.MOVED]: 'moved',
  [k.REOPENED]: 'moved',
  [k.ASKED]: null,
  [k.REMINDED]: null,
  [k.SPOKEN_FOR]: null,
  [k.PARKED]: 'left',
  [k.DECLINED]: 'left',
  [k.COMMITMENT_MADE]: 'commitment',
  [k.COMMITMENT_MOVED]: 'commitment',
  [k.COMMITMENT_WITHDRAWN]: 'commitment',
  [k.COMMITMENT_BROKEN]: 'commitment',
  [k.COMMITMENT_NEAR]: 'commitment',
  [k.COMMITMENT_EXPLAINED]: 'commitment',
  [k.TASK_DONE]: 'taskDone',
  [k.WIN_PUBLISHED]: 'win',
  [k.MERGED]: 'merged',
  [k.TOOK_IN]: 'merged',
  [k.COMMENTED]: 'comment',
  [k.STILL_BLEEDING]: 'stillBleeding',
  [k.SILENT]: 'silence',
};

/** The kinds of notice of a group. */
export function kindsOf(group: EventGroup): NotificationKind[] {
  return Object.values(k).filter((kind) => GROUP_OF[kind] === group);
}

/** What a sponsor who chose nothing hears in the digest rather than at once (product.md, the last column of its table). */
const IN_DIGEST: ReadonlySet<EventGroup> = new Set<EventGroup>(['taskDone', 'stillBleeding']);

/** What only those hear of who have pain points in care, or lead the programme. */
const AMONG_IT: ReadonlySet<EventGroup> = new Set<EventGroup>(['silence']);

/** What there is to choose about, for a sponsor or for somebody of IT. */
export function groupsFor(asSponsor: boolean): readonly EventGroup[] {
  return asSponsor ? EVENT_GROUPS.filter((group) => !AMONG_IT.has(group)) : EVENT_GROUPS;
}

/** What one person chose; what is not among it is as the defaults say. */
export type Chosen = ReadonlyMap<string, Choice>;

/** The name of one cell of the settings page. */
export function cellOf(group: EventGroup, channel: Channel): string {
  return `${group} ${channel}`;
}

/** What holds for somebody who chose nothing. The app hides nothing; whoever works on a pain point hears at once. */
export function defaultChoice(group: EventGroup, channel: Channel, asSponsor: boolean): Choice {
  if (channel === Channel.APP || !asSponsor) return Choice.AT_ONCE;
  return IN_DIGEST.has(group) ? Choice.DIGEST : Choice.AT_ONCE;
}

/** When a person wants to hear of this, who hears of it in this part. */
export function choiceFor(kind: NotificationKind, part: Part, channel: Channel, chosen: Chosen): Choice {
  const group = GROUP_OF[kind];
  if (group === null) return Choice.AT_ONCE;
  return chosen.get(cellOf(group, channel)) ?? defaultChoice(group, channel, isSponsor(part));
}

/** Whether a person said that no mail shall ever tell them of this. */
export function saidNever(kind: NotificationKind, chosen: Chosen): boolean {
  const group = GROUP_OF[kind];
  return group !== null && chosen.get(cellOf(group, Channel.MAIL)) === Choice.NEVER;
}

/** Whether a choice may be made here: there is nothing to choose for what always comes. */
export function groupOf(kind: NotificationKind): EventGroup | null {
  return GROUP_OF[kind];
}
