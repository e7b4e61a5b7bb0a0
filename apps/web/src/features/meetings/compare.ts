import { money, number } from '../../format.js';
import type { PastMeeting, WeekFigures } from './meetings.graphql.js';

/** One figure at two times, in words. */
export interface Compared {
  name: string;
  before: string;
  after: string;
  change: string;
}

interface Share {
  part: number;
  whole: number;
}

const NONE = 'none yet';

/** The figures of two meetings, the earlier one first, each as it was seen on its day. */
export function compareMeetings(one: PastMeeting, other: PastMeeting): Compared[] {
  const { amount, share, bled } = comparing(one, other);
  const days = (value: number) => `${number(value)} days`;
  return [
    bled('Bleeding a week', ({ sinceLast }) => sinceLast.bleedNow),
    ...stageNames(one, other).map((name) =>
      amount(`Cards in ${name}`, ({ stages }) => stages.find((stage) => stage.name === name)?.count ?? null),
    ),
    share('Promises kept, 12 weeks', ({ trust }) => ({ part: trust.kept, whole: trust.due })),
    share('Confirmed of what is fixed', ({ trust }) => ({ part: trust.confirmed, whole: trust.fixed })),
    share('Came back of what was checked', ({ trust }) => ({ part: trust.reopened, whole: trust.checked })),
    amount('85 of 100 confirmed within', ({ trust }) => trust.fixedWithinDays, days),
    amount('Age of what bleeds, half is older', ({ trust }) => trust.medianAgeDays, days),
    amount('Mean rating, 1 to 5', ({ trust }) => trust.meanRating),
  ];
}

/** The figures of two weeks, out of the recorded history. */
export function compareWeeks(one: WeekFigures, other: WeekFigures): Compared[] {
  const { amount, share, bled } = comparing(one, other);
  return [
    bled('Bleeding a week, at its end', ({ bleedNow }) => bleedNow),
    amount('Raised', ({ raised }) => raised),
    amount('Moved', ({ moved }) => moved),
    amount('Fixed', ({ fixed }) => fixed),
    amount('Confirmed by a sponsor', ({ confirmed }) => confirmed),
    amount('Bleeding again', ({ reopened }) => reopened),
    amount('Left the board', ({ left }) => left),
    amount('Back on the board', ({ returned }) => returned),
    share(
      'Promises kept of those due',
      ({ commitmentsKept, commitmentsDue }) => ({ part: commitmentsKept, whole: commitmentsDue }),
      'none due',
    ),
    amount('Promises moved', ({ commitmentsMoved }) => commitmentsMoved),
  ];
}

/** Compares figures of the same kind at two times. */
function comparing<Then extends { currency: string }>(one: Then, other: Then) {
  const percent = ({ part, whole }: Share) => (100 * part) / whole;
  const amount = (
    name: string,
    read: (then: Then) => number | null,
    say: (value: number, then: Then) => string = (value) => number(value),
    /** So many decimals are said: what changed is told of what is said. */
    decimals = 1,
  ): Compared => {
    const [before, after] = [read(one), read(other)];
    return {
      name,
      before: before === null ? NONE : say(before, one),
      after: after === null ? NONE : say(after, other),
      change:
        before === null || after === null
          ? ''
          : signed(rounded(after, decimals) - rounded(before, decimals), (value) => say(value, other)),
    };
  };
  const share = (name: string, read: (then: Then) => Share, none = NONE): Compared => {
    const [before, after] = [read(one), read(other)];
    const of = ({ part, whole }: Share) => (whole === 0 ? none : `${number(part)} of ${number(whole)}`);
    const known = before.whole > 0 && after.whole > 0;
    const points = () => signed(Math.round(percent(after) - percent(before)), (value) => `${value} points`);
    return { name, before: of(before), after: of(after), change: known ? points() : '' };
  };
  const bled = (name: string, read: (then: Then) => number): Compared => {
    const told = amount(name, read, (value, { currency }) => money(value, currency), 0);
    return one.currency === other.currency ? told : { ...told, change: 'in another currency' };
  };
  return { amount, share, bled };
}

/** The stages of both, in the order of the later one; one that was renamed stands under both its names. */
function stageNames(one: PastMeeting, other: PastMeeting): string[] {
  return [...new Set([...other.stages, ...one.stages].map(({ name }) => name))];
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

function signed(change: number, say: (value: number) => string): string {
  if (Math.abs(change) < 1e-9) return 'as before';
  return `${change > 0 ? '+' : '−'} ${say(Math.abs(change))}`;
}
