import { badInput, type Day, isDay, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_NOTES = 50_000;
const LONGEST_QUOTE = 10_000;

/** A talk with a business customer, an end user or an IT stakeholder. */
export class Interview {
  readonly id: string;
  readonly heldOn: Day;
  readonly notes: string;
  /** Who led the talk; null when nobody noted it. */
  readonly heldById: string | null;

  constructor(start: { id: string; heldOn: Day; notes?: string; heldById?: string | null }) {
    if (!isDay(start.heldOn)) throw badInput('heldOn', 'The day of the interview must be a date, YYYY-MM-DD.');
    this.id = start.id;
    this.heldOn = start.heldOn;
    this.notes = limitedText('notes', 'The notes', start.notes ?? '', LONGEST_NOTES);
    this.heldById = start.heldById ?? null;
  }
}

/** What somebody said in an interview, word for word; never altered. */
export class Quote {
  readonly id: string;
  readonly interviewId: string;
  readonly text: string;
  readonly personId: string | null;
  readonly serviceId: string | null;

  constructor(start: {
    id: string;
    interviewId: string;
    text: string;
    personId?: string | null;
    serviceId?: string | null;
  }) {
    this.id = start.id;
    this.interviewId = start.interviewId;
    this.text = requiredText('text', 'The quote', start.text, LONGEST_QUOTE);
    this.personId = start.personId ?? null;
    this.serviceId = start.serviceId ?? null;
  }
}

/** How well a service does, as somebody said in an interview: 1 (badly) to 5 (well). */
export class Rating {
  readonly id: string;
  readonly interviewId: string;
  readonly serviceId: string;
  readonly personId: string | null;
  readonly score: number;

  constructor(start: { id: string; interviewId: string; serviceId: string; personId?: string | null; score: number }) {
    if (!Number.isInteger(start.score) || start.score < 1 || start.score > 5) {
      throw badInput('score', 'A rating is a whole number from 1 to 5.');
    }
    this.id = start.id;
    this.interviewId = start.interviewId;
    this.serviceId = start.serviceId;
    this.personId = start.personId ?? null;
    this.score = start.score;
  }
}
