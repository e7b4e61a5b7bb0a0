export { Clock, FixedClock, SystemClock } from './clock.js';
export { badInput, conflict, forbidden, notFound, Refusal, type RefusalCode } from './domain-error.js';
export type { DomainEvent } from './domain-event.js';
export { Ids, RandomIds } from './ids.js';
export {
  dayAfter,
  dayIn,
  type Day,
  type Instant,
  instantAfter,
  instantOf,
  isDay,
  isTimeZone,
  MILLISECONDS_PER_DAY,
  millisecondsBetween,
  endOfDay,
  startOfDay,
} from './instant.js';
export { boundedNumber, limitedText, requiredText } from './text.js';
export {
  firstOfMonth,
  type Holidays,
  isWorkingDay,
  mondayOf,
  weekdayOf,
  workingDayAfter,
  workingDaysBetween,
} from './working-days.js';
