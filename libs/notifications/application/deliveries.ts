import type { Instant } from '@stanch/kernel';
import type { Notice } from '../domain/notice.js';
import {
  moreTelling,
  type NotificationKind,
  type Part,
  RULES,
  tellsOfAMove,
  type Told,
  whoHears,
} from '../domain/notification-rules.js';
import { isPromise, Waiting } from '../domain/notification.js';
import type { HeardEvent } from './heard-events.js';
import type { OccasionOfEvent } from './occasions.js';
import { minutesNotice } from './minutes-notice.js';
import type { Surroundings } from './read-surroundings.js';

/** One notice on its way to one person. */
export interface Delivery {
  readonly eventId: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly personId: string;
  readonly painPointId: string | null;
  /** Where mails go; null: only the app tells. */
  readonly address: string | null;
  readonly notice: Notice;
  /** The person did it: nothing to tell, but what was about to be told may no longer be so. */
  readonly own?: boolean;
  /** The person noted what is taken back, so they know of it. */
  readonly knows?: boolean;
}

/** What happened to a pain point, as anybody may read it who sees what is shared. */
export interface SharedNotice {
  readonly event: HeardEvent;
  readonly painPointId: string | null;
  readonly notice: Notice;
  /** Notices of one card with the same topic become one while they wait. */
  readonly topic: Waiting | null;
}

/** What the minutes of these meetings say to a channel of a team. */
export function sharedMinutesOf(events: readonly HeardEvent[], around: Surroundings): SharedNotice[] {
  return events.flatMap((event) => {
    const told = event.type === 'MeetingEnded' ? around.minutes(event.data.meetingId) : null;
    return told === null ? [] : [{ event, painPointId: null, notice: minutesNotice(told, event.at), topic: null }];
  });
}

/**
 * What these occasions say to whoever plays no part in them, each event once: of a merge, where it goes on. Nothing of
 * what is internal or asked of one person.
 */
export function sharedNoticesOf(occasions: readonly OccasionOfEvent[], around: Surroundings): SharedNotice[] {
  const notices = occasions.flatMap((occasion): SharedNotice[] => {
    const { happening, painPointIds, event } = occasion;
    const row: Partial<Record<Part, NotificationKind>> = RULES[happening.occasion];
    const kind = row.sponsor ?? row.lead ?? (happening.occasion === 'shared' ? undefined : row.newcomer);
    const [painPointId] = painPointIds;
    if (happening.internal || kind === undefined || painPointId === undefined) return [];
    const told: Told = { personId: '', part: 'lead', kind };
    const { notice } = deliver(occasion, around, told, painPointId, painPointIds.length);
    const waits = isPromise(notice) ? Waiting.PROMISE : null;
    return [{ event, painPointId, notice, topic: notice.move === undefined ? waits : Waiting.MOVE }];
  });
  const first = new Map<string, SharedNotice>();
  for (const notice of notices) if (!first.has(notice.event.id)) first.set(notice.event.id, notice);
  return [...first.values()];
}

/** Events of one act are recorded within this time, in milliseconds. */
const ONE_ACT = 2_000;

/** Who gets which notice of these events, each person once an act, in the order in which it happened. */
export function deliveriesOf(
  events: readonly HeardEvent[],
  occasions: ReadonlyMap<string, readonly OccasionOfEvent[]>,
  around: Surroundings,
): Delivery[] {
  const deliveries: Delivery[] = [];
  const latest = new Map<string, number>();
  for (const event of events) {
    if (event.type === 'PainPointsImported') deliveries.push(...ofImport(event, around));
    if (event.type === 'MeetingEnded') deliveries.push(...ofMeeting(event, around));
    const heard = new Set<string>();
    for (const occasion of occasions.get(event.id) ?? []) {
      const some = ofOccasion(occasion, around).filter(({ personId }) => !heard.has(personId));
      for (const delivery of some) addToAct(deliveries, latest, delivery);
      for (const { personId, own } of some) if (!own) heard.add(personId);
    }
  }
  return deliveries;
}

function ofOccasion(occasion: OccasionOfEvent, around: Surroundings): Delivery[] {
  const byPerson = new Map<string, { told: Told; painPointId: string; count: number }>();
  for (const painPointId of occasion.painPointIds) {
    const circle = around.circle(painPointId);
    if (circle === null) continue;
    for (const told of whoHears(occasion.happening, circle, around.hearing)) {
      const known = byPerson.get(told.personId);
      if (known) known.count += 1;
      else byPerson.set(told.personId, { told, painPointId, count: 1 });
    }
  }
  const { event, facts, happening } = occasion;
  const deliveries = [...byPerson.values()].map(({ told, painPointId, count }) => ({
    ...deliver(occasion, around, told, painPointId, count),
    ...(event.type === 'CommitmentWithdrawn' && told.personId === event.data.notedById ? { knows: true } : {}),
  }));
  const [painPointId] = occasion.painPointIds;
  const kind = facts.move ? 'moved' : event.type === 'CommitmentWithdrawn' ? 'commitmentWithdrawn' : null;
  if (kind !== null && happening.actorId !== null && painPointId !== undefined) {
    const told: Told = { personId: happening.actorId, part: 'owner', kind };
    deliveries.push({ ...deliver(occasion, around, told, painPointId, 1), own: true });
  }
  return deliveries;
}

function deliver(
  occasion: OccasionOfEvent,
  around: Surroundings,
  { personId, part, kind }: Told,
  painPointId: string,
  count: number,
): Delivery {
  const { event, facts, wanted } = occasion;
  const card = around.card(painPointId);
  const into = wanted.intoId === undefined ? null : around.card(wanted.intoId);
  const from = wanted.fromId === undefined ? null : around.card(wanted.fromId);
  const comment = wanted.commentId === undefined ? null : around.comment(wanted.commentId);
  const confirmedFor = facts.move?.confirmed ? around.confirmedFor(painPointId) : null;
  const win = wanted.winId === undefined ? null : around.win(wanted.winId);
  const notice: Notice = {
    ...facts,
    kind,
    part,
    at: event.at,
    by: around.person(wanted.byId ?? event.actorId)?.name ?? null,
    card: card && facts.move ? { ...card, category: facts.move.toCategory } : card,
    ...(wanted.personId === undefined ? {} : { person: around.person(wanted.personId)?.name ?? undefined }),
    ...(into === null ? {} : { into: { key: into.key, title: into.title } }),
    ...(from === null ? {} : { from: { key: from.key, title: from.title } }),
    ...(comment === null ? {} : { comment: comment.text }),
    ...(occasion.happening.internal ? { internal: true } : {}),
    ...(win === null ? {} : { win: { ...measuresOf(win) } }),
    ...(count > 1 ? { count } : {}),
    ...(confirmedFor === null ? {} : { confirmedFor }),
  };
  const address = around.person(personId)?.email ?? null;
  return { eventId: event.id, at: event.at, actorId: event.actorId, personId, painPointId, address, notice };
}

function measuresOf({
  id,
  headline,
  measure,
  unit,
  before,
  after,
  quote,
}: NonNullable<ReturnType<Surroundings['win']>>) {
  return { id, headline, measure, unit, before, after, quote };
}

function ofImport(event: HeardEvent & { type: 'PainPointsImported' }, around: Surroundings): Delivery[] {
  return event.data.counts
    .filter(({ personId }) => personId !== event.actorId && around.hearing.active(personId))
    .map(({ personId, painPointIds }) => ({
      eventId: event.id,
      at: event.at,
      actorId: event.actorId,
      personId,
      painPointId: null,
      address: around.person(personId)?.email ?? null,
      notice: {
        kind: 'imported',
        part: 'raiser',
        at: event.at,
        by: around.person(event.actorId)?.name ?? null,
        card: null,
        count: painPointIds.length,
      },
    }));
}

/** Minutes go to all who were there or expected, also to the one who ended the meeting: they are what stays of it. */
function ofMeeting(
  { id: eventId, data, actorId, at }: HeardEvent & { type: 'MeetingEnded' },
  around: Surroundings,
): Delivery[] {
  const told = around.minutes(data.meetingId);
  if (told === null) return [];
  const notice = minutesNotice(told, at);
  return told.minutes.attendance
    .filter(({ personId }) => around.hearing.active(personId))
    .map(({ personId }) => {
      const address = around.person(personId)?.email ?? null;
      return { eventId, at, actorId, personId, painPointId: null, address, notice };
    });
}

/**
 * Adds a notice; what one act said twice about a card (moved and, by that, reopened) becomes the more telling one.
 * `latest` knows where the last notice to each person about each card is.
 */
function addToAct(deliveries: Delivery[], latest: Map<string, number>, delivery: Delivery): void {
  const key = `${delivery.personId} ${delivery.painPointId}`;
  const at = latest.get(key) ?? -1;
  const earlier = deliveries[at];
  if (earlier === undefined || !ofOneAct(earlier, delivery)) {
    latest.set(key, deliveries.push(delivery) - 1);
    return;
  }
  const kind = moreTelling(earlier.notice.kind, delivery.notice.kind);
  if (kind !== earlier.notice.kind) deliveries[at] = delivery;
}

function ofOneAct(one: Delivery, other: Delivery): boolean {
  return (
    one.actorId === other.actorId &&
    !one.own &&
    !other.own &&
    tellsOfAMove(one.notice.kind) &&
    tellsOfAMove(other.notice.kind) &&
    // Two moves are two acts; they are made one by the time between them, elsewhere.
    (one.notice.move === undefined || other.notice.move === undefined) &&
    Math.abs(Date.parse(one.at) - Date.parse(other.at)) < ONE_ACT
  );
}
