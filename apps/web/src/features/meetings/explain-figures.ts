import { count, money, number, span } from '../../format.js';
import type { TrustFigure } from '../../graphql/generated/types.js';
import type { TrustFigures } from './trust-figures.graphql.js';

/** A figure with how it was computed. */
export interface ExplainedFigure {
  /** Which pain points it opens to. */
  behind: TrustFigure;
  name: string;
  value: string;
  more?: string;
  how: string;
}

const NONE = 'none yet';

/** Every trust figure in words, with how it is computed. */
export function explainFigures(figures: TrustFigures, currency: string): ExplainedFigure[] {
  return [
    kept(figures),
    ...bleeding(figures, currency),
    time(figures),
    age(figures),
    confirmed(figures),
    reopened(figures),
    rated(figures),
    answered(figures),
  ];
}

function kept({ kept: rate, keptThisWeek: week }: TrustFigures): ExplainedFigure {
  return {
    behind: 'KEPT',
    name: 'Promises kept',
    value: of(rate.kept, rate.due),
    ...(week.due > 0 && { more: `this week ${of(week.kept, week.due)}` }),
    how: 'Kept / fallen due in the last 12 weeks. A promise counts once, in the week of its first date; one that was moved beyond it is missed.',
  };
}

function bleeding(
  { bleedPerWeek, bleedNewThisWeek, bleedStoppedThisWeek, bleedStoppedThisMonth }: TrustFigures,
  currency: string,
): ExplainedFigure[] {
  const aWeek = (amount: number) => `${money(amount, currency)} a week`;
  const asPlanned =
    'as it was estimated when it was planned, less what the measure of its win says is left. What a win itself says that it gives back may be another amount.';
  return [
    {
      behind: 'BLEEDING',
      name: 'Bleeding',
      value: aWeek(bleedPerWeek),
      how: 'An estimate: the sum of the bleed rates of all that is not fixed: people x hours x hourly cost + direct cost.',
    },
    {
      behind: 'NEW_THIS_WEEK',
      name: 'New this week',
      value: aWeek(bleedNewThisWeek),
      how: 'Of it, what was raised since Monday.',
    },
    {
      behind: 'STOPPED_THIS_WEEK',
      name: 'Stopped this week',
      value: aWeek(bleedStoppedThisWeek),
      how: `The rate of what was fixed since Monday, ${asPlanned}`,
    },
    {
      behind: 'STOPPED_THIS_MONTH',
      name: 'Stopped this month',
      value: aWeek(bleedStoppedThisMonth),
      how: `The rate of what was fixed since the first of this month, ${asPlanned}`,
    },
  ];
}

function time({ timeToFixed: { cases, withinDays, days } }: TrustFigures): ExplainedFigure {
  const few = days.length === 0 ? NONE : `${days.map((one) => number(one)).join(', ')} days`;
  return {
    behind: 'TIME_TO_FIXED',
    name: 'Time to fixed',
    value: withinDays === null ? few : `85% within ${count(withinDays, 'day')}`,
    more: `n = ${cases}`,
    how: 'From raised to confirmed, of what was confirmed in the last 12 weeks. Below 10 cases the cases themselves.',
  };
}

function age({ medianAgeDays }: TrustFigures): ExplainedFigure {
  return {
    behind: 'AGE',
    name: 'Age of what bleeds',
    value: medianAgeDays === null ? NONE : span(Math.round(medianAgeDays)),
    how: 'Half of what is not fixed was raised longer ago than this.',
  };
}

function confirmed({ confirmed: yes, fixed, brought }: TrustFigures): ExplainedFigure {
  return {
    behind: 'CONFIRMED',
    name: 'Confirmed by sponsors',
    value: of(yes, fixed),
    ...(brought > 0 && { more: `${number(brought)} of them in a word that a lead brought` }),
    how: 'Of all that stands at fixed, what one of its sponsors said is fixed. What nobody answered is not counted as confirmed.',
  };
}

function reopened({ reopened: back, checked }: TrustFigures): ExplainedFigure {
  return {
    behind: 'REOPENED',
    name: 'Came back',
    value: of(back, checked),
    how: 'Of all that was ever checked, what was still bleeding or bled again.',
  };
}

function rated({ meanRating, ratings }: TrustFigures): ExplainedFigure {
  return {
    behind: 'RATED',
    name: 'Rated',
    value: meanRating === null ? NONE : `${number(meanRating)} of 5`,
    more: `n = ${ratings}`,
    how: 'The mean of what sponsors gave in the last 12 weeks.',
  };
}

function answered({ medianAnswerHours, answered: done, unanswered }: TrustFigures): ExplainedFigure {
  return {
    behind: 'ANSWERED',
    name: 'Answered',
    value: medianAnswerHours === null ? NONE : `after ${sayHours(medianAnswerHours)}`,
    more: unanswered > 0 ? `${count(done, 'answered', 'answered')}, ${number(unanswered)} not yet` : '',
    how: 'Half of what was raised in the last 12 weeks had a first answer of a person by then, one that its sponsors could see.',
  };
}

function of(part: number, whole: number): string {
  return whole === 0 ? NONE : `${number(part)} of ${number(whole)}`;
}

/** A span of hours in one word. */
export function sayHours(value: number): string {
  if (value < 1) return 'less than an hour';
  return value < 48 ? count(Math.round(value), 'hour') : span(Math.round(value / 24));
}
