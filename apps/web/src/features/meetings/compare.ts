import { money, number } from '../../format.js';
import type { PastMeeting } from './meetings.graphql.js';

/** One figure at two times, in words. */
export interface Compared {
  name: string;
  before: string;
  after: string;
  change: string;
}

const NONE = 'none yet';

/** The figures of two meetings, the earlier one first, each as it was seen on its day. */
export function compare(one: PastMeeting, other: PastMeeting, currency: string): Compared[] {
  const inMoney = (value: number) => money(value, currency);
  const days = (value: number) => `${number(value)} days`;
  const of = ({ part, whole }: { part: number; whole: number }) =>
    whole === 0 ? NONE : `${number(part)} of ${number(whole)}`;
  const share = (name: string, read: (meeting: PastMeeting) => { part: number; whole: number }): Compared => {
    const [before, after] = [read(one), read(other)];
    const points =
      before.whole === 0 || after.whole === 0
        ? ''
        : signed(
            Math.round(100 * (after.part / after.whole - before.part / before.whole)),
            (value) => `${value} points`,
          );
    return { name, before: of(before), after: of(after), change: points };
  };
  const amount = (
    name: string,
    read: (meeting: PastMeeting) => number | null,
    say: (value: number) => string,
  ): Compared => {
    const [before, after] = [read(one), read(other)];
    return {
      name,
      before: before === null ? NONE : say(before),
      after: after === null ? NONE : say(after),
      change: before === null || after === null ? '' : signed(after - before, say),
    };
  };
  return [
    amount('Bleeding a week', ({ sinceLast }) => sinceLast.bleedNow, inMoney),
    ...stageNames(one, other).map((name) =>
      amount(`Cards in ${name}`, ({ stages }) => stages.find((stage) => stage.name === name)?.count ?? null, number),
    ),
    share('Promises kept, 12 weeks', ({ trust }) => ({ part: trust.kept, whole: trust.due })),
    share('Confirmed of what is fixed', ({ trust }) => ({ part: trust.confirmed, whole: trust.fixed })),
    share('Came back of what was checked', ({ trust }) => ({ part: trust.reopened, whole: trust.checked })),
    amount('85 of 100 confirmed within', ({ trust }) => trust.fixedWithinDays, days),
    amount('Age of what bleeds, half is older', ({ trust }) => trust.medianAgeDays, days),
    amount('Mean rating, 1 to 5', ({ trust }) => trust.meanRating, number),
  ];
}

/** The stages of both, in the order of the later one; one that was renamed stands under both its names. */
function stageNames(one: PastMeeting, other: PastMeeting): string[] {
  return [...new Set([...other.stages, ...one.stages].map(({ name }) => name))];
}

function signed(change: number, say: (value: number) => string): string {
  if (Math.abs(change) < 1e-9) return 'as before';
  return `${change > 0 ? '+' : '−'} ${say(Math.abs(change))}`;
}
