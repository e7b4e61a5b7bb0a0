import { badInput, boundedNumber, type Day, type Instant, isDay, isTimeZone, requiredText } from '@stanch/kernel';

const LONGEST_NAME = 80;
const MOST_HOLIDAYS = 500;
const HIGHEST_HOURLY_COST = 1_000_000;

/** A day on which nobody works, besides Saturdays and Sundays. */
export interface Holiday {
  readonly day: Day;
  readonly name: string;
}

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
  /** When the weekly status meeting is: 1 for Monday to 7 for Sunday. */
  readonly meetingWeekday: number;
  /** When it begins, `HH:MM`, in the workspace's time zone. */
  readonly meetingTime: string;
  /** In the order of their days. */
  readonly holidays: readonly Holiday[];
}

/** What a new workspace is told at the start; the rest is set later. */
export type WorkspaceStart = Pick<WorkspaceChoices, 'name' | 'currency' | 'hourlyCost' | 'locale' | 'timeZone'>;

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
  meetingWeekday = 3;
  meetingTime = '10:00';
  holidays: readonly Holiday[] = [];
  readonly createdAt: Instant;
  /** Always 1, and unique in the database: two people who start a workspace at once cannot both win. */
  readonly singleton: number = 1;

  constructor(start: WorkspaceStart & { id: string; createdAt: Instant }) {
    this.id = start.id;
    this.createdAt = start.createdAt;
    this.settle(start);
  }

  /** Changes what is given and leaves the rest; refuses as a whole when one value is wrong. */
  settle(changes: WorkspaceChanges): void {
    const { name, currency, hourlyCost, locale, timeZone, meetingWeekday, meetingTime, holidays } = changes;
    const checked = {
      name: name == null ? this.name : requiredText('name', 'The name', name, LONGEST_NAME),
      currency: currency == null ? this.currency : currencyCode(currency),
      hourlyCost:
        hourlyCost == null
          ? this.hourlyCost
          : boundedNumber('hourlyCost', 'The hourly cost', hourlyCost, HIGHEST_HOURLY_COST),
      locale: locale == null ? this.locale : localeTag(locale),
      timeZone: timeZone == null ? this.timeZone : timeZoneName(timeZone),
      meetingWeekday: meetingWeekday == null ? this.meetingWeekday : weekday(meetingWeekday),
      meetingTime: meetingTime == null ? this.meetingTime : timeOfDay('meetingTime', meetingTime),
      holidays: holidays == null ? this.holidays : inOrder(holidays),
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

function weekday(value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= 7) return value;
  throw badInput('meetingWeekday', 'The day of the meeting is a number from 1 for Monday to 7 for Sunday.');
}

/** A time of day as `HH:MM`; takes `9:30` for `09:30`. */
export function timeOfDay(field: string, value: string): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/u.exec(value.trim()) ?? [];
  if (hours !== '' && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`;
  throw badInput(field, `"${value.slice(0, 20)}" is not a time of day. It looks like 09:30.`);
}

/** Each day once, the earliest first. */
function inOrder(holidays: readonly Holiday[]): Holiday[] {
  if (holidays.length > MOST_HOLIDAYS) throw badInput('holidays', `At most ${MOST_HOLIDAYS} holidays can be kept.`);
  const byDay = new Map<Day, Holiday>();
  for (const { day, name } of holidays) {
    if (!isDay(day)) throw badInput('holidays', `"${day.slice(0, 20)}" is not a day. Write it as YYYY-MM-DD.`);
    byDay.set(day, { day, name: requiredText('holidays', `The name of the holiday on ${day}`, name, LONGEST_NAME) });
  }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
