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
  readonly wholeBoard: () => Promise<ReadonlyMap<string, LeanCard>>;
  /** The cards that are told of; null: all of them. What follows is of these alone. */
  readonly slice: ReadonlySet<string> | null;
  readonly cards: () => Promise<ReadonlyMap<string, LeanCard>>;
  /** Their recorded history. */
  readonly past: () => Promise<Past>;
  /** What became of them in the time that is told of. */
  readonly net: () => Promise<NetChange>;
  /** What stood in each stage when that time began, and at its end. */
  readonly totals: () => Promise<readonly TotalsThen[]>;
  /** How long cards of the whole board stay in a stage, by its id. */
  readonly paces: () => Promise<ReadonlyMap<string, StagePace>>;
}
