import { badInput, boundedNumber, type Day, type Instant, limitedText, requiredText } from '@stanch/kernel';

const LONGEST_HEADLINE = 200;
const LONGEST_MEASURE = 120;
const LONGEST_UNIT = 40;
const HIGHEST_VALUE = 1e12;

/** What it takes to record a win. */
export interface WinDetails {
  headline: string;
  measure?: string | null;
  unit?: string | null;
  before?: number | null;
  after?: number | null;
  /** Money a week, in the workspace's currency. */
  savedPerWeek?: number | null;
  achievedOn: Day;
}

/** What got better, told so that the business recognises it. */
export class Win {
  id!: string;
  headline!: string;
  measure!: string | null;
  unit!: string | null;
  before!: number | null;
  after!: number | null;
  savedPerWeek!: number | null;
  achievedOn!: Day;
  /** When the sponsors were told; null while only IT knows. */
  publishedAt!: Instant | null;
  recordedById!: string;
  recordedAt!: Instant;
  /** What a sponsor said of it, in their own words. */
  quote!: string | null;
  /** Who said it. */
  quotedId!: string | null;

  static record(data: { id: string; recordedById: string; now: Instant; today: Day; details: WinDetails }): Win {
    const { details, today } = data;
    if (details.achievedOn > today) {
      throw badInput('achievedOn', 'A win has happened already. Choose today or an earlier day.');
    }
    return Object.assign(new Win(), {
      id: data.id,
      headline: requiredText('headline', 'The headline of the win', details.headline, LONGEST_HEADLINE),
      measure: optionalText('measure', 'The measure', details.measure, LONGEST_MEASURE),
      unit: optionalText('unit', 'The unit', details.unit, LONGEST_UNIT),
      before: optionalNumber('before', 'The value before', details.before),
      after: optionalNumber('after', 'The value after', details.after),
      savedPerWeek: optionalNumber('savedPerWeek', 'What it gives back a week', details.savedPerWeek),
      achievedOn: details.achievedOn,
      publishedAt: null,
      recordedById: data.recordedById,
      recordedAt: data.now,
      quote: null,
      quotedId: null,
    });
  }

  get published(): boolean {
    return this.publishedAt !== null;
  }

  /** A sponsor's words tell of it from now on. */
  quoteSponsor(words: string, personId: string): void {
    this.quote = words;
    this.quotedId = personId;
  }

  /** Tells the sponsors, once. */
  publish(now: Instant): void {
    if (this.publishedAt !== null) throw badInput('id', 'This win was published before; its sponsors know of it.');
    this.publishedAt = now;
  }
}

function optionalText(field: string, label: string, value: string | null | undefined, most: number): string | null {
  const text = limitedText(field, label, value ?? '', most);
  return text === '' ? null : text;
}

function optionalNumber(field: string, label: string, value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : boundedNumber(field, label, value, HIGHEST_VALUE);
}
