import { badInput, boundedNumber, type Instant, isTimeZone, requiredText } from '@stanch/kernel';

const LONGEST_NAME = 80;
const HIGHEST_HOURLY_COST = 1_000_000;

/** What a workspace can be told about itself. */
export interface WorkspaceChoices {
  readonly name: string;
  /** ISO 4217, such as EUR. */
  readonly currency: string;
  /** What an hour of one person costs, in that currency. */
  readonly hourlyCost: number;
  /** BCP 47, such as en-GB. */
  readonly locale: string;
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
}

/** Changes to a workspace; what is left out or null stays. */
export type WorkspaceChanges = { readonly [Choice in keyof WorkspaceChoices]?: WorkspaceChoices[Choice] | null };

/** The one workspace of an installation: how it is called, counts money and tells time. */
export class Workspace {
  readonly id: string;
  name!: string;
  currency!: string;
  hourlyCost!: number;
  locale!: string;
  timeZone!: string;
  readonly createdAt: Instant;
  /** Always 1, and unique in the database: two people who start a workspace at once cannot both win. */
  readonly singleton: number = 1;

  constructor(start: WorkspaceChoices & { id: string; createdAt: Instant }) {
    this.id = start.id;
    this.createdAt = start.createdAt;
    this.settle(start);
  }

  /** Changes what is given and leaves the rest; refuses as a whole when one value is wrong. */
  settle(changes: WorkspaceChanges): void {
    const { name, currency, hourlyCost, locale, timeZone } = changes;
    const checked = {
      name: name == null ? this.name : requiredText('name', 'The name', name, LONGEST_NAME),
      currency: currency == null ? this.currency : currencyCode(currency),
      hourlyCost:
        hourlyCost == null
          ? this.hourlyCost
          : boundedNumber('hourlyCost', 'The hourly cost', hourlyCost, HIGHEST_HOURLY_COST),
      locale: locale == null ? this.locale : localeTag(locale),
      timeZone: timeZone == null ? this.timeZone : timeZoneName(timeZone),
    };
    Object.assign(this, checked);
  }
}

function currencyCode(value: string): string {
  const code = value.trim().toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code)) {
    throw badInput('currency', `"${value.slice(0, 20)}" is not a currency. Use the code of ISO 4217, such as EUR.`);
  }
  return code;
}

function localeTag(value: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(value.trim());
    if (tag !== undefined) return tag;
  } catch {
    // Not even the form of a language tag; told below like every other wrong one.
  }
  throw badInput('locale', `"${value.slice(0, 20)}" is not a language tag. It looks like en-GB or de-DE.`);
}

function timeZoneName(value: string): string {
  const name = value.trim();
  if (!isTimeZone(name)) {
    throw badInput('timeZone', `"${value.slice(0, 40)}" is not a time zone. It looks like Europe/Berlin.`);
  }
  return name;
}
