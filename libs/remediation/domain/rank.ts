import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * The place of a card in its stage: a fractional index (text that sorts byte by byte), so that a move writes one row and
 * never renumbers others.
 */
export type Rank = string;

/** A rank after one and before another; null stands for the start or the end of the stage. */
export function rankBetween(after: Rank | null, before: Rank | null): Rank {
  return generateKeyBetween(after, before);
}

/** As many ranks as asked for, in order, between two. Shorter than placing them one after the other. */
export function ranksBetween(after: Rank | null, before: Rank | null, count: number): Rank[] {
  return generateNKeysBetween(after, before, count);
}

/** Whether a text can serve as a rank, that is, whether something can still be placed around it. */
export function isRank(text: string): boolean {
  try {
    generateKeyBetween(text, null);
    generateKeyBetween(null, text);
    return true;
  } catch {
    return false;
  }
}

/** Ranks longer than this come from very many moves to one spot. */
const LONGEST_RANK = 100;

/** Whether a rank has become so long that its stage is worth numbering anew; it still works. */
export function isWorn(rank: Rank): boolean {
  return rank.length > LONGEST_RANK;
}
