import { badInput, forbidden, type Instant, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_WORDS = 4_000;
const LONGEST_SOURCE = 500;

/** Where IT says that it is done, and its sponsors have the word. */
export const CHECKED_CATEGORIES: readonly string[] = ['CHECKING', 'FIXED'];

/** Whether IT says of a card at this stage that it is done. */
export function isChecked(category: string): boolean {
  return CHECKED_CATEGORIES.includes(category);
}

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
  if (!isChecked(who.category)) {
    return 'IT has not said yet that it is done. You will be asked.';
  }
  return null;
}

/** A lead who answers for a sponsor, and how they know what the sponsor says. */
export interface OnBehalf {
  readonly byId: string;
  readonly howKnown: string;
  /** The lead worked on it, and so has no word about it. */
  readonly workedOnIt: boolean;
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
  /** The lead who answered for the sponsor; null when the sponsor did. */
  readonly byId: string | null;
  /** How the lead knows; null when the sponsor answered. */
  readonly howKnown: string | null;

  private constructor(start: {
    id: string;
    painPointId: string;
    personId: string;
    fixed: boolean;
    rating: number | null;
    words: string;
    at: Instant;
    byId: string | null;
    howKnown: string | null;
  }) {
    this.id = start.id;
    this.painPointId = start.painPointId;
    this.personId = start.personId;
    this.fixed = start.fixed;
    this.rating = start.rating;
    this.words = start.words;
    this.at = start.at;
    this.byId = start.byId;
    this.howKnown = start.howKnown;
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
    onBehalf: OnBehalf | null = null,
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
    if (onBehalf?.workedOnIt) {
      throw forbidden('Whoever worked on it cannot confirm it for somebody either; another lead has to.');
    }
    const howKnown =
      onBehalf && requiredText('howKnown', 'How you know what the sponsor says', onBehalf.howKnown, LONGEST_SOURCE);
    const byId = onBehalf?.byId ?? null;
    return new Confirmation({ id, painPointId, personId, fixed, rating, words, at, byId, howKnown });
  }
}
