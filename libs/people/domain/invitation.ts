import { type Instant, instantAfter, limitedText, MILLISECONDS_PER_DAY } from '@stanch/kernel';

/** So long an invitation counts after it was sent. */
const LASTS_DAYS = 14;
const LONGEST_WORDS = 1_000;

/** Somebody was asked to come in, by a lead, with a mail. */
export class Invitation {
  readonly personId: string;
  invitedById: string;
  sentAt: Instant;
  /** What the lead wrote to the invited. */
  words: string;
  /** When the person came in first, by whatever way. */
  acceptedAt: Instant | null = null;
  withdrawnAt: Instant | null = null;

  constructor(start: { personId: string; invitedById: string; sentAt: Instant; words?: string | null }) {
    this.personId = start.personId;
    this.invitedById = start.invitedById;
    this.sentAt = start.sentAt;
    this.words = limitedText('words', 'Your words', start.words ?? '', LONGEST_WORDS);
  }

  /** Waits for the person to come. */
  get open(): boolean {
    return this.acceptedAt === null && this.withdrawnAt === null;
  }

  /** Until when the link in its mail counts. */
  get until(): Instant {
    return instantAfter(this.sentAt, LASTS_DAYS * MILLISECONDS_PER_DAY);
  }

  /** Sends it once more; new words take the place of the old ones. */
  sendAgain(byId: string, at: Instant, words?: string | null): void {
    this.invitedById = byId;
    this.sentAt = at;
    this.withdrawnAt = null;
    if (words != null) this.words = limitedText('words', 'Your words', words, LONGEST_WORDS);
  }

  accept(at: Instant): void {
    this.acceptedAt ??= at;
  }

  withdraw(at: Instant): void {
    if (this.open) this.withdrawnAt = at;
  }
}
