import type { Instant } from '@stanch/kernel';
import type { CostEstimate } from './bleeding.js';
import type { Rank } from './rank.js';
import type { Heard } from './silence.js';
import type { Visibility } from './visibility.js';

/** What happened to a pain point, as its history tells it. */
export const ChangeKind = {
  RAISED: 'RAISED',
  MOVED: 'MOVED',
  EDITED: 'EDITED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
  MERGED: 'MERGED',
  JOINED: 'JOINED',
  TASK: 'TASK',
  WIN: 'WIN',
  COMMITMENT: 'COMMITMENT',
  COMMENT: 'COMMENT',
  CONFIRMED: 'CONFIRMED',
  WORKAROUND: 'WORKAROUND',
} as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];

/** One line of the history: who changed what, from what to what, when. Never altered, never removed. */
export class Change {
  id!: string;
  painPointId!: string;
  boardId!: string;
  /** The board's revision that this change made. */
  revision!: number;
  /** The pain point's version that this change made. */
  version!: number;
  at!: Instant;
  /** Null when Stanch itself did it. */
  actorId!: string | null;
  kind!: ChangeKind;
  field!: string;
  /** The old value in words. */
  from!: string | null;
  /** The new value in words. */
  to!: string | null;
  /** The old value as it is stored, for taking the change back. */
  oldValue!: unknown;
  /** The new value as it is stored, to see whether it still stands. */
  newValue!: unknown;
  visibility!: Visibility;
  /** The change that this one took back. */
  undoes!: string | null;
}

/** What the history keeps of where a card stood, so that a move can be taken back without a trace on its age, its fix or its silence. */
export interface Place {
  readonly stageId: string;
  readonly rank: Rank;
  readonly enteredStageAt: Instant;
  readonly fixedAt: Instant | null;
  readonly confirmed: boolean;
  readonly estimateWhenPlanned: CostEstimate | null;
  /** Not known of moves that were made before it was kept. */
  readonly heard?: Heard;
}

/** What the history keeps of where a card came to stand. */
export interface Moved {
  readonly stageId: string;
  readonly rank: Rank;
  /** It follows from what somebody said of the fix; only who said it can say otherwise. */
  readonly answered?: boolean;
}

const UNDOABLE_KINDS: readonly ChangeKind[] = [
  ChangeKind.MOVED,
  ChangeKind.EDITED,
  ChangeKind.CLOSED,
  ChangeKind.WORKAROUND,
];

/** Whether a change can be taken back: a move that nobody's answer caused, an edit, leaving the board, a workaround. */
export function isUndoable({ kind, newValue }: Pick<Change, 'kind' | 'newValue'>): boolean {
  if (kind === ChangeKind.MOVED && (newValue as Moved).answered) return false;
  return UNDOABLE_KINDS.includes(kind);
}
