import type { Instant } from '@stanch/kernel';
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
  UNDONE: 'UNDONE',
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

/** The kinds of change that can be taken back: a move, an edit, and leaving the board. */
export const UNDOABLE_KINDS: readonly ChangeKind[] = [ChangeKind.MOVED, ChangeKind.EDITED, ChangeKind.CLOSED];
