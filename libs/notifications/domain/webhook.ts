import { badInput, type Instant, instantAfter, requiredText } from '@stanch/kernel';
import type { Notice } from './notice.js';
import { EVENT_GROUPS, type EventGroup } from './preferences.js';
import { pauseAfter } from './retry-pause.js';

/** For whom a webhook is worded. */
export const WebhookTemplate = { SLACK: 'SLACK', TEAMS: 'TEAMS', MATTERMOST: 'MATTERMOST', JSON: 'JSON' } as const;
export type WebhookTemplate = (typeof WebhookTemplate)[keyof typeof WebhookTemplate];

export const DeliveryState = { WAITING: 'WAITING', SENT: 'SENT', FAILED: 'FAILED' } as const;
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** After so many failed attempts in a row a webhook is paused: somebody has to look at its address. */
export const MOST_FAILURES = 10;
const LONGEST_NAME = 80;
const LONGEST_URL = 2_000;

/** What a webhook can be told; what is left out or null stays. */
export interface WebhookChanges {
  readonly name?: string | null;
  readonly url?: string | null;
  readonly template?: WebhookTemplate | null;
  readonly events?: readonly EventGroup[] | null;
}

/** Where a team is told, in its chat. Shared things alone: who reads there is not known here. */
export class Webhook {
  readonly id: string;
  name!: string;
  url!: string;
  template!: WebhookTemplate;
  events!: readonly EventGroup[];
  /** Signs what is sent, so that its receiver knows that it is ours. */
  readonly secret: string;
  readonly createdById: string;
  readonly createdAt: Instant;
  pausedAt: Instant | null = null;
  pauseReason: string | null = null;
  /** Failed attempts since the last one that arrived. */
  failures = 0;

  constructor(start: {
    id: string;
    name: string;
    url: string;
    template: WebhookTemplate;
    events: readonly EventGroup[];
    secret: string;
    createdById: string;
    createdAt: Instant;
  }) {
    this.id = start.id;
    this.secret = start.secret;
    this.createdById = start.createdById;
    this.createdAt = start.createdAt;
    this.change(start);
  }

  /** Changes what is given; refuses as a whole when one value is wrong. */
  change({ name, url, template, events }: WebhookChanges): void {
    const next = {
      ...(name == null ? {} : { name: requiredText('name', 'The name', name, LONGEST_NAME) }),
      ...(url == null ? {} : { url: webAddress(url) }),
      ...(template == null ? {} : { template }),
      ...(events == null ? {} : { events: chosenEvents(events) }),
    };
    Object.assign(this, next);
  }

  pause(at: Instant, reason: string | null): void {
    this.pausedAt ??= at;
    this.pauseReason = reason;
  }

  resume(): void {
    this.pausedAt = null;
    this.pauseReason = null;
    this.failures = 0;
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** Notes a failed attempt; true when it paused the webhook. */
  failed(at: Instant, reason: string): boolean {
    this.failures += 1;
    if (this.failures < MOST_FAILURES || this.pausedAt !== null) return false;
    this.pause(at, reason);
    return true;
  }
}

/** One thing that was, or is to be, told to a webhook. */
export class WebhookDelivery {
  id!: string;
  webhookId!: string;
  eventId!: string;
  /** Notices of one card with the same topic become one while they wait. */
  topic!: string | null;
  painPointId!: string | null;
  notice!: Notice;
  state!: DeliveryState;
  createdAt!: Instant;
  nextAttemptAt!: Instant | null;
  attempts!: number;
  /** What the receiver answered last: an HTTP status. */
  status!: number | null;
  lastError!: string | null;
  sentAt!: Instant | null;

  /**
   * Whether what happens to the card may still change it: its window has not ended, and nobody has begun to hand it over.
   */
  isOpenAt(at: Instant, windowMilliseconds: number): boolean {
    const ends = instantAfter(this.createdAt, windowMilliseconds);
    return this.attempts === 0 && this.nextAttemptAt === ends && ends > at;
  }

  /** What is told next would overtake it: it waits no longer. */
  release(at: Instant): void {
    this.nextAttemptAt = at;
  }

  succeed(status: number, now: Instant): void {
    this.attempts += 1;
    Object.assign(this, { state: DeliveryState.SENT, status, sentAt: now, nextAttemptAt: null, lastError: null });
  }

  fail(status: number | null, reason: string, now: Instant, chance: number): void {
    this.attempts += 1;
    const pause = pauseAfter(this.attempts, chance);
    this.status = status;
    this.lastError = reason;
    this.state = pause === null ? DeliveryState.FAILED : DeliveryState.WAITING;
    this.nextAttemptAt = pause === null ? null : instantAfter(now, pause);
  }
}

function webAddress(value: string): string {
  const url = value.trim();
  if (url.length > LONGEST_URL || !URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) {
    throw badInput('url', 'This is not a web address. It looks like https://hooks.example.com/services/abc.');
  }
  return url;
}

function chosenEvents(events: readonly EventGroup[]): EventGroup[] {
  if (events.length === 0) throw badInput('events', 'Choose at least one event that the team hears of.');
  return EVENT_GROUPS.filter((group) => events.includes(group));
}
