import { describe, expect, it, jest } from '@jest/globals';
import { goByTimeOf } from '../../format.js';
import { ago, sayMeasure, sayNews, sayOthers, sayPromise, saySilence } from './say.js';

jest.useFakeTimers({ now: new Date('2026-11-23T10:00:00'), doNotFake: ['nextTick'] });

const promise = (
  change: Partial<Parameters<typeof sayPromise>[0][number]>,
): Parameters<typeof sayPromise>[0][number] => ({
  __typename: 'Commitment',
  id: 'c',
  by: { __typename: 'Person', id: 'ivo', name: 'Ivo' },
  dueOn: '2026-12-04',
  firstDueOn: '2026-12-04',
  deliveredOn: null,
  state: 'OPEN',
  reason: null,
  missedBecause: null,
  ...change,
});

describe('what is promised', () => {
  it.each([
    ['open', promise({}), false, /^Promised for .*, in 11 days, by Ivo$/, false],
    ['due today', promise({ dueOn: '2026-11-23', firstDueOn: '2026-11-23' }), false, /, today, by Ivo$/, false],
    ['overdue', promise({ dueOn: '2026-11-13', firstDueOn: '2026-11-13' }), false, /^Overdue: .* 10 days ago$/, true],
    ['broken', promise({ dueOn: '2026-11-22', state: 'BROKEN' }), false, /^Overdue: .* 1 day ago$/, true],
    ['late, but there', promise({ dueOn: '2026-11-13', state: 'BROKEN' }), true, /^It came later than/, false],
    ['delivered', promise({ deliveredOn: '2026-11-20' }), true, /^Done by .*, in time for/, false],
    ['kept', promise({ state: 'KEPT' }), true, /was kept$/, false],
  ] as const)('is said when it is %s, and asks for heed only when it is missed', (_what, one, arrived, text, heed) => {
    const said = sayPromise([one], arrived);
    expect(said?.text).toMatch(text);
    expect(said?.heed).toBe(heed);
  });

  it('never forgets the first date and why it was moved, and says nothing when there is none', () => {
    const moved = promise({ firstDueOn: '2026-11-01', reason: 'The parts are late.' });
    expect(sayPromise([moved], false)?.more).toMatch(/^It was first promised for .*: “The parts are late.”$/);
    expect(sayPromise([promise({ firstDueOn: '2026-11-01' })], false)?.more).toMatch(
      /^It was first promised for [^“]*\.$/,
    );
    const explained = promise({
      dueOn: '2026-11-13',
      firstDueOn: '2026-11-13',
      state: 'BROKEN',
      missedBecause: 'It rained.',
    });
    expect(sayPromise([explained], false)?.more).toBe('IT says why: “It rained.”');
    expect(sayPromise([], false)).toBeNull();
  });
});

describe('what happened', () => {
  const news = (change: object): Parameters<typeof sayNews>[0] =>
    ({
      at: '',
      change: { kind: 'MOVED', field: 'stage', from: null, to: null, actor: { id: 'ivo', name: 'Ivo' }, ...change },
    }) as Parameters<typeof sayNews>[0];

  it.each([
    [news({ from: 'Planned', to: 'Treating' }), 'Ivo moved it from Planned to Treating'],
    [news({ kind: 'RAISED', actor: { id: 'me', name: 'Mia' } }), 'You raised it'],
    [news({ kind: 'JOINED', to: 'Ivo' }), 'Ivo said “me too”'],
    [news({ kind: 'COMMENT' }), 'Ivo wrote to its sponsors'],
    [news({ kind: 'COMMITMENT', field: 'commitment.broken', actor: null }), 'Stanch saw that the promise was not kept'],
  ])('is a sentence that names who did it', (one, said) => {
    expect(sayNews(one, 'me')).toBe(said);
  });

  it.each([
    ['2026-11-23T00:05:00', /^today at /],
    ['2026-11-22T23:59:00', /^yesterday$/],
    ['2026-11-21T23:59:00', /^2 days ago$/],
  ])('was so long ago', (at, words) => {
    expect(ago(new Date(at).toISOString())).toMatch(words);
  });
});

it.each([
  ['Pacific/Kiritimati', '16'],
  ['Pacific/Midway', '14'],
])(
  'says since which day nobody has answered as the mails do: by the days of %s, where the workspace is',
  (zone, day) => {
    goByTimeOf(zone);
    const silence = { why: 'UNANSWERED', since: '2026-11-15T10:30:00Z', ownerToldOn: null, leadsToldOn: null } as const;
    const said = saySilence({ __typename: 'Silence', from: silence.since, ...silence });
    expect(said).toMatch(new RegExp(`^Nobody has answered yet, since (Nov ${day}|${day} Nov)\\.$`));
    goByTimeOf(null);
  },
);

it('says a measure as far as it is known, and how many others there are', () => {
  const win = {
    __typename: 'Win',
    id: 'w',
    headline: '',
    achievedOn: '',
    published: true,
    quote: null,
    quotedBy: null,
  } as const;
  expect(sayMeasure({ ...win, measure: 'Wait', unit: 'minutes', before: 25, after: 4 })).toBe('Wait: 25 to 4 minutes');
  expect(sayMeasure({ ...win, measure: 'Wait', unit: null, before: null, after: 4 })).toBe('Wait');
  expect(sayMeasure({ ...win, measure: null, unit: null, before: null, after: null })).toBeNull();
  expect([sayOthers(1, true), sayOthers(3, true), sayOthers(1, false)]).toEqual([
    null,
    'with you: 2 others',
    '1 person stands behind it',
  ]);
});
