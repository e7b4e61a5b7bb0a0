import type { Day, Instant } from '@stanch/kernel';
import type { Stage } from '@stanch/remediation';
import type { Meeting } from '../domain/meeting.js';
import type { LeanCard } from '../persistence/meeting-facts.js';

/** What all parts of a meeting are read with: the meeting, the time, and the board as it stands, read once. */
export interface MeetingFrame {
  readonly meeting: Pick<Meeting, 'id' | 'boardId'>;
  /** Told is what happened after one moment and until another. */
  readonly from: Instant;
  readonly to: Instant;
  readonly today: Day;
  readonly timeZone: string;
  readonly hourlyCost: number;
  /** The day of the meeting after this one. */
  readonly nextOn: Day;
  /** From left to right. */
  readonly stages: () => Promise<readonly Stage[]>;
  readonly cards: () => Promise<ReadonlyMap<string, LeanCard>>;
}
