import type { TrustFigures } from '@stanch/meetings';
import type { Settings } from '@stanch/people';

const HOURS_PER_DAY = 24;

/** The trust figures, a sentence each, in the way the meeting says them; what has no case yet is left out. */
export function trustInWords(
  figures: TrustFigures,
  { currency, locale }: Pick<Settings, 'currency' | 'locale'>,
): string[] {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const { kept, bleedPerWeek, bleedNewThisWeek, bleedStoppedThisWeek, timeToFixed, confirmed, fixed } = figures;
  return [
    kept.due === 0 ? '' : `Promises kept in the last 12 weeks: ${kept.kept} of ${kept.due}.`,
    `What is not fixed costs ${money.format(bleedPerWeek)} a week; ${money.format(bleedNewThisWeek)} came this week, ${money.format(bleedStoppedThisWeek)} stopped.`,
    fixed === 0 ? '' : `Confirmed by the sponsors: ${confirmed} of ${fixed} fixed.`,
    timeToFixed.withinDays === null
      ? ''
      : `85% were confirmed within ${timeToFixed.withinDays} days (n = ${timeToFixed.cases}).`,
    figures.medianAnswerHours === null
      ? ''
      : `A first answer came after ${spanInWords(figures.medianAnswerHours)}, typically.`,
  ].filter((sentence) => sentence !== '');
}

function spanInWords(hours: number): string {
  if (hours < 1) return 'less than an hour';
  const days = Math.round(hours / HOURS_PER_DAY);
  if (hours < HOURS_PER_DAY) return `${Math.round(hours)} ${Math.round(hours) === 1 ? 'hour' : 'hours'}`;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
