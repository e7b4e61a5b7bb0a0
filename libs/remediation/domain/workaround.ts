import { badInput, type Instant, requiredText } from '@stanch/kernel';
import { bleedPerWeek, type CostEstimate, figuresOf, hoursPerWeek, weeksBled } from './bleeding.js';

const LONGEST_WORDS = 2_000;
const HOURS_IN_A_WEEK = 168;

/** Something that makes it hurt less while the fix is on its way: the bleeding is slowed by it, not stopped. */
export interface Workaround {
  /** What to do meanwhile, for those whom it hurts. */
  readonly words: string;
  readonly byId: string;
  readonly at: Instant;
  /** What the pain was said to cost without it. */
  readonly before: CostEstimate;
  /** What it was said to cost with it. */
  readonly after: CostEstimate;
}

/** An estimate by which a pain point bled until a moment. */
export interface PastRate extends CostEstimate {
  readonly until: Instant;
}

/** How a pain point is slowed: its workaround, and by which estimates it bled before. */
export interface Slowing {
  readonly workaround: Workaround | null;
  readonly pastRates: readonly PastRate[];
  readonly estimate: CostEstimate;
}

/** A time through which a pain point bled by one estimate. */
export interface BledSpan {
  readonly from: Instant;
  readonly until: Instant;
  readonly weeks: number;
  readonly estimate: CostEstimate;
}

/** A workaround, once its words and its figures have been judged: it leaves less than there was, and more than nothing. */
export function workaroundOf(offered: Workaround, hourlyCost: number): Workaround {
  const words = requiredText('words', 'What helps meanwhile', offered.words, LONGEST_WORDS);
  const [was, is] = [bleedPerWeek(offered.before, hourlyCost), bleedPerWeek(offered.after, hourlyCost)];
  if (was === 0 && is > 0) {
    throw badInput(
      'peopleAffected',
      'Nobody has said yet what it costs. Estimate that first, then what is left of it.',
    );
  }
  if (was > 0 && is >= was) {
    throw badInput(
      'peopleAffected',
      'A workaround makes it hurt less; by these figures it would cost as much as before, or more. Say what is left.',
    );
  }
  if (was > 0 && is === 0) {
    throw badInput(
      'peopleAffected',
      'A workaround slows the bleeding and does not stop it; by these figures nothing is left. If it is fixed, move it on.',
    );
  }
  return { ...offered, words };
}

/** The times through which a pain point bled, the oldest first, each by the estimate that held then. */
export function courseOf(
  bled: CostEstimate & { readonly raisedAt: Instant; readonly pastRates: readonly PastRate[] },
  end: Instant,
): BledSpan[] {
  const rates = [...bled.pastRates, { ...figuresOf(bled), until: end }];
  let from = bled.raisedAt;
  const spans = rates.map((rate) => {
    // Once it has ended it bled no further; an end that was taken back may lie before what came after it.
    const until = rate.until < end ? rate.until : end;
    const span = { from, until, weeks: weeksBled(from, until), estimate: figuresOf(rate) };
    if (until > from) from = until;
    return span;
  });
  return spans.filter(({ weeks }, at) => weeks > 0 || at === spans.length - 1);
}

/** What was lost through these times. */
export function bledThrough(course: readonly BledSpan[], hourlyCost: number): number {
  return course.reduce((sum, { weeks, estimate }) => sum + weeks * bleedPerWeek(estimate, hourlyCost), 0);
}

/** What it costs once the workaround no longer helps: as before it, with what was found out about it since. */
export function estimateWithout({ before, after }: Workaround, now: CostEstimate): CostEstimate {
  const since = (figure: (cost: CostEstimate) => number) =>
    figure(now) === figure(after) ? figure(before) : Math.max(0, figure(before) + figure(now) - figure(after));
  const peopleAffected = since((cost) => cost.peopleAffected);
  const hours = since(hoursPerWeek);
  const untouched = peopleAffected === before.peopleAffected && hours === hoursPerWeek(before);
  const each = peopleAffected === 0 ? 0 : Math.min(HOURS_IN_A_WEEK, hours / peopleAffected);
  return {
    peopleAffected,
    hoursLostPerPersonPerWeek: untouched ? before.hoursLostPerPersonPerWeek : each,
    directCostPerWeek: since((cost) => cost.directCostPerWeek),
  };
}
