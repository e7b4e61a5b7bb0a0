import { badInput, forbidden, type Instant, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_WORDS = 4_000;

/** What decides whether somebody may say that a pain point is fixed. */
export interface Confirming {
  readonly isSponsor: boolean;
  /** Typed it for somebody else. */
  readonly onlyTypedIt: boolean;
  /** Owns it, or is assigned to one of its tasks. */
  readonly workedOnIt: boolean;
  readonly category: string;
}

/** Why somebody may not answer; null when they may. Only who feels the pain can say that it has gone. */
export function whyNotConfirm(who: Confirming): string | null {
  if (!who.isSponsor || who.onlyTypedIt) return 'Only its sponsors can say whether it is fixed.';
  if (who.workedOnIt) return 'Whoever worked on it cannot confirm it; another sponsor has to.';
  if (who.category !== 'CHECKING' && who.category !== 'FIXED') {
    return 'IT has not said yet that it is done. You will be asked.';
  }
  return null;
}

/** A sponsor's answer to "is it fixed?". */
export class Confirmation {
  readonly id: string;
  readonly painPointId: string;
  readonly personId: string;
  readonly fixed: boolean;
  /** 1 to 5; null when not given. */
  readonly rating: number | null;
  readonly words: string;
  readonly at: Instant;

  private constructor(start: {
    id: string;
    painPointId: string;
    personId: string;
    fixed: boolean;
    rating: number | null;
    words: string;
    at: Instant;
  }) {
    this.id = start.id;
    this.painPointId = start.painPointId;
    this.personId = start.personId;
    this.fixed = start.fixed;
    this.rating = start.rating;
    this.words = start.words;
    this.at = start.at;
  }

  /** Takes an answer; "still bleeding" must say what still hurts. */
  static answer(
    given: {
      id: string;
      painPointId: string;
      personId: string;
      fixed: boolean;
      rating?: number | null;
      words?: string | null;
      at: Instant;
    },
    who: Confirming,
  ): Confirmation {
    const refusal = whyNotConfirm(who);
    if (refusal) throw forbidden(refusal);
    const { id, painPointId, personId, fixed, at } = given;
    const rating = given.rating ?? null;
    if (rating !== null && (!Number.isInteger(rating) || rating < 1 || rating > 5)) {
      throw badInput('rating', 'The rating is a whole number from 1 to 5.');
    }
    const words = fixed
      ? limitedText('words', 'Your words', given.words ?? '', LONGEST_WORDS)
      : requiredText('words', 'What still hurts', given.words ?? '', LONGEST_WORDS);
    return new Confirmation({ id, painPointId, personId, fixed, rating, words, at });
  }
}
