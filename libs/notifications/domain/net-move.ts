import type { Notice } from './notice.js';
import type { NotificationKind, Occasion, Part } from './notification-rules.js';
import { RULES } from './notification-rules.js';

/** What a stage means; the same words as in remediation. */
export type Category = 'BLEEDING' | 'PLANNED' | 'TREATING' | 'CHECKING' | 'FIXED';

/** The categories from left to right. */
export const CATEGORIES: readonly Category[] = ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED'];

/** A card's way from one stage to another. */
export interface Move {
  readonly fromStageId: string;
  readonly fromName: string;
  readonly fromCategory: Category;
  readonly toStageId: string;
  readonly toName: string;
  readonly toCategory: Category;
  /** A sponsor has said that it is fixed. */
  readonly confirmed: boolean;
}

/** Two moves of a card as one: where it began, where it is now. Null when it is back where it began. */
export function netMove(first: Move, next: Move): Move | null {
  if (first.fromStageId === next.toStageId) return null;
  const { fromStageId, fromName, fromCategory } = first;
  return { ...next, fromStageId, fromName, fromCategory };
}

/** What a move means to people: planned, asked whether it is fixed, or simply moved. */
export function occasionOf(move: Move): Occasion {
  if (move.toCategory === 'PLANNED' && move.fromCategory !== 'PLANNED') return 'planned';
  if (move.toCategory === 'CHECKING' && move.fromCategory !== 'CHECKING') return 'checking';
  // Straight to fixed; who was in checking has been asked there.
  const straight = move.fromCategory !== 'CHECKING' && move.fromCategory !== 'FIXED';
  if (move.toCategory === 'FIXED' && !move.confirmed && straight) return 'checking';
  return 'moved';
}

/** What a person who plays this part is told of a move. */
export function kindOfMove(move: Move, part: Part): NotificationKind {
  const row: Partial<Record<Part, NotificationKind>> = RULES[occasionOf(move)];
  return row[part] ?? 'moved';
}

/** Two notices of moves of a card as one; null when it is back where it was. */
export function netNotice(first: Notice, next: Notice): Notice | null {
  if (first.move === undefined || next.move === undefined) return next;
  const move = netMove(first.move, next.move);
  return move === null ? null : { ...next, move, kind: kindOfMove(move, next.part) };
}
