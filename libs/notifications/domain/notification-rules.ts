/** What a notification is about. The API gives it as `Notification.kind`. */
export const NotificationKind = {
  RAISED: 'raised',
  JOINED: 'joined',
  PLANNED: 'planned',
  WORKAROUND_OFFERED: 'workaroundOffered',
  WORKAROUND_ENDED: 'workaroundEnded',
  MOVED: 'moved',
  ASKED: 'asked',
  REMINDED: 'reminded',
  PARKED: 'parked',
  DECLINED: 'declined',
  REOPENED: 'reopened',
  COMMITMENT_MADE: 'commitmentMade',
  COMMITMENT_MOVED: 'commitmentMoved',
  COMMITMENT_WITHDRAWN: 'commitmentWithdrawn',
  COMMITMENT_BROKEN: 'commitmentBroken',
  COMMITMENT_NEAR: 'commitmentNear',
  COMMITMENT_EXPLAINED: 'commitmentExplained',
  TASK_DONE: 'taskDone',
  WIN_PUBLISHED: 'winPublished',
  MERGED: 'merged',
  TOOK_IN: 'tookIn',
  COMMENTED: 'commented',
  STILL_BLEEDING: 'stillBleeding',
  SILENT: 'silent',
  SPOKEN_FOR: 'spokenFor',
  IMPORTED: 'imported',
  SIGN_IN_LINK: 'signInLink',
  INVITED: 'invited',
  SHARED: 'shared',
  MINUTES: 'minutes',
  DIGEST: 'digest',
  BUNDLE: 'bundle',
  BOUNCED: 'bounced',
  UNREADABLE: 'unreadable',
  WEBHOOK_PAUSED: 'webhookPaused',
  WEBHOOK_TEST: 'webhookTest',
} as const;
export type NotificationKind = (typeof NotificationKind)[keyof typeof NotificationKind];

/** The mails by which one comes in: each is asked for, carries a secret of its reader, and cannot be left. */
export const ENTRANCES: readonly NotificationKind[] = [NotificationKind.SIGN_IN_LINK, NotificationKind.INVITED];

/** In which quality a person hears of a pain point; whoever has several hears in the first of them. */
export const ROLES_IN_ORDER = [
  'asked',
  'raiser',
  'newcomer',
  'sponsor',
  'owner',
  'assignee',
  'lead',
  'visitor',
] as const;
export type Part = (typeof ROLES_IN_ORDER)[number];

type Row = Readonly<Partial<Record<Part, NotificationKind>>>;

const k = NotificationKind;
const everybody = (kind: NotificationKind): Row => ({ raiser: kind, sponsor: kind, owner: kind, assignee: kind });

/**
 * Who hears of what, as product.md says it under "Events and who hears of them": a row an event, a column a part that a
 * person plays for the pain point; the cell says what they are told. An empty cell: they hear nothing.
 */
export const RULES = {
  raised: { raiser: k.RAISED, lead: k.RAISED },
  joined: { newcomer: k.JOINED, owner: k.JOINED },
  planned: everybody(k.PLANNED),
  workaroundOffered: everybody(k.WORKAROUND_OFFERED),
  workaroundEnded: everybody(k.WORKAROUND_ENDED),
  moved: everybody(k.MOVED),
  /** IT believes that it is fixed: who can say so is asked, the raiser first; the others are told where it stands. */
  checking: { asked: k.ASKED, ...everybody(k.MOVED) },
  /** Somebody shows it to a colleague. */
  shared: { newcomer: k.SHARED },
  /** A further sponsor is asked. */
  askedToo: { asked: k.ASKED },
  reminded: { asked: k.REMINDED },
  parked: everybody(k.PARKED),
  declined: everybody(k.DECLINED),
  reopened: everybody(k.REOPENED),
  commitmentMade: everybody(k.COMMITMENT_MADE),
  commitmentMoved: everybody(k.COMMITMENT_MOVED),
  commitmentWithdrawn: everybody(k.COMMITMENT_WITHDRAWN),
  commitmentBroken: everybody(k.COMMITMENT_BROKEN),
  /** Those who were told that it was broken read why. */
  commitmentExplained: everybody(k.COMMITMENT_EXPLAINED),
  /** While there is time to keep it, or to move it honestly. */
  commitmentNear: { owner: k.COMMITMENT_NEAR },
  taskDone: everybody(k.TASK_DONE),
  winPublished: everybody(k.WIN_PUBLISHED),
  /** A lead brought somebody's word: they read it, and can say otherwise. */
  spokenFor: { asked: k.SPOKEN_FOR },
  stillBleeding: { sponsor: k.STILL_BLEEDING, owner: k.STILL_BLEEDING, assignee: k.STILL_BLEEDING },
  /** Nobody answers, or nothing was said for long: whoever has it in care hears first. */
  silent: { owner: k.SILENT },
  /** And the leads, when it lasts, or when nobody has it in care. */
  stillSilent: { lead: k.SILENT },
  merged: everybody(k.MERGED),
  /** The other side of a merge: another pain point became a part of this one. */
  tookIn: everybody(k.TOOK_IN),
  commented: everybody(k.COMMENTED),
} as const satisfies Record<string, Row>;

/** An event that people are told of. */
export type Occasion = keyof typeof RULES;

/** The persons around a pain point, as they stand when they are told. */
export interface Circle {
  readonly raiserId: string;
  readonly sponsors: readonly { readonly personId: string; readonly muted: boolean }[];
  readonly ownerId: string | null;
  readonly assigneeIds: readonly string[];
  readonly leadIds: readonly string[];
  /** Who is asked now whether it is fixed, and has not answered. */
  readonly askedIds: readonly string[];
}

/** What happened, as far as it matters for who is told. */
export interface Happening {
  readonly occasion: Occasion;
  /** Nobody is told of their own act. */
  readonly actorId: string | null;
  /** Internal to IT: never told to whom may not see it, in whatever part. */
  readonly internal?: boolean;
  /** The one who joined, or was added. */
  readonly newcomerId?: string;
  /** The one who is asked, or reminded, when it is not all who are asked now. */
  readonly askedId?: string;
  /** Whose care it is in while nobody owns it: whoever promised the date. */
  readonly inCareOfId?: string;
  /** Who has heard of it before, and needs not hear it as somebody else. */
  readonly knowsId?: string;
}

/** What the rules ask about a person. */
export interface Hearing {
  /** Whether the person may still come in. */
  active(personId: string): boolean;
  seesInternal(personId: string): boolean;
}

/** One person who is told, as what, and what about. */
export interface Told {
  readonly personId: string;
  readonly part: Part;
  readonly kind: NotificationKind;
}

/** Who is told of an event: everybody once, in the first part they play for which the table has something to say. */
export function whoHears(happening: Happening, circle: Circle, hearing: Hearing): Told[] {
  const row: Row = RULES[happening.occasion];
  const silent = new Set(circle.sponsors.filter(({ muted }) => muted).map(({ personId }) => personId));
  if (happening.actorId !== null) silent.add(happening.actorId);
  if (happening.knowsId !== undefined) silent.add(happening.knowsId);
  const told = new Map<string, Told>();
  for (const part of ROLES_IN_ORDER) {
    const kind = row[part];
    if (kind === undefined) continue;
    if (happening.internal && isSponsor(part)) continue;
    for (const personId of personsOf(part, happening, circle)) {
      if (silent.has(personId) || told.has(personId) || !hearing.active(personId)) continue;
      if (happening.internal && !hearing.seesInternal(personId)) continue;
      told.set(personId, { personId, part, kind });
    }
  }
  return [...told.values()];
}

function personsOf(part: Part, happening: Happening, circle: Circle): readonly string[] {
  if (part === 'asked') return happening.askedId === undefined ? circle.askedIds : [happening.askedId];
  if (part === 'raiser') return [circle.raiserId];
  if (part === 'newcomer') return happening.newcomerId === undefined ? [] : [happening.newcomerId];
  if (part === 'owner') return [circle.ownerId ?? happening.inCareOfId ?? []].flat();
  if (part === 'assignee') return circle.assigneeIds;
  if (part === 'lead') return circle.leadIds;
  if (part === 'visitor') return [];
  return circle.sponsors.map(({ personId }) => personId).filter((id) => id !== circle.raiserId);
}

/** Whether one hears as somebody of the business rather than of IT. */
export function isSponsor(part: Part): boolean {
  return part === 'asked' || part === 'raiser' || part === 'sponsor' || part === 'newcomer';
}

/** What is told when one act caused several events: the most telling of them. Later ones win. */
const TELLING: readonly NotificationKind[] = [k.MOVED, k.PLANNED, k.ASKED, k.REOPENED, k.STILL_BLEEDING, k.SPOKEN_FOR];

/** Which of two kinds of notice of one act a person gets. */
export function moreTelling(one: NotificationKind, other: NotificationKind): NotificationKind {
  return TELLING.indexOf(other) > TELLING.indexOf(one) ? other : one;
}

/** Whether a kind of notice may be left out for a more telling one of the same act. */
export function tellsOfAMove(kind: NotificationKind): boolean {
  return TELLING.includes(kind);
}
