import { type Instant, requiredText } from '@stanch/kernel';

const LONGEST_DECISION = 1_000;

/** What a meeting decided. It is said in the room, so its sponsors may read it. */
export class Decision {
  id!: string;
  meetingId!: string;
  text!: string;
  /** The pain point that it is about, if it is about one. */
  painPointId!: string | null;
  at!: Instant;
  byId!: string;
  /** Taken back while the meeting ran: no longer decided, but not forgotten. */
  takenBackAt!: Instant | null;

  static take(start: {
    id: string;
    meetingId: string;
    text: string;
    painPointId: string | null;
    at: Instant;
    byId: string;
  }): Decision {
    return Object.assign(new Decision(), start, { text: checked(start.text), takenBackAt: null });
  }

  /** Corrects its words or what it is about. */
  correct(text: string, painPointId: string | null): void {
    this.text = checked(text);
    this.painPointId = painPointId;
  }

  takeBack(now: Instant): void {
    this.takenBackAt = now;
  }
}

function checked(text: string): string {
  return requiredText('text', 'The decision', text, LONGEST_DECISION);
}
