import type { Day, Instant } from '@stanch/kernel';
import type { Stage } from '@stanch/remediation';
import type { TotalsThen } from '../domain/flow.js';
import type { NetChange } from '../domain/since-last.js';
import type { StagePace } from '../domain/stage-pace.js';
import type { LeanCard } from '../persistence/meeting-facts.js';
import type { Past } from './read-flow.js';

/** What all parts of a meeting are read with: the board as it stands, read once, and the time that is told of. */
export interface MeetingFrame {
  readonly boardId: string;
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
  /** The recorded history of the board. */
  readonly past: () => Promise<Past>;
  /** What became of the cards in the time that is told of. */
  readonly net: () => Promise<NetChange>;
  /** What stood in each stage when that time began, and at its end. */
  readonly totals: () => Promise<readonly TotalsThen[]>;
  /** How long cards stay in a stage, by its id. */
  readonly paces: () => Promise<ReadonlyMap<string, StagePace>>;
}
