import { canvas, writtenIn } from '../../../../test/support/drawn.js';
import { instantOf, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { StageCategory, type StageThen } from '@stanch/remediation';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { ageingPlot } from './ageing.js';
import { beforeAfterPlot } from './before-after.js';
import { bleedingPlot } from './bleeding.js';
import { inLight } from './colours.js';
import { commitmentsKeptPlot } from './commitments-kept.js';
import { cumulativeFlowPlot } from './cumulative-flow.js';
import type { Canvas, Plot } from './drawing.js';
import { impactEffortPlot } from './impact-effort.js';
import { widthOf } from './text-width.js';
import { timeToFixedPlot } from './time-to-fixed.js';
import { Voice } from './voice.js';

const VOICE = new Voice({ locale: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' });
const DESK: Canvas = { width: 760, height: 340, textSize: 14 };
const END = Date.parse('2026-11-18T09:00:00.000Z');
const daysAgo = (days: number) => instantOf(END - days * MILLISECONDS_PER_DAY);

const stages: StageThen[] = [
  { id: 'b', name: 'Bleeding', category: StageCategory.BLEEDING, wipLimit: null },
  { id: 'p', name: 'Planned', category: StageCategory.PLANNED, wipLimit: null },
  { id: 't', name: 'Treating', category: StageCategory.TREATING, wipLimit: null },
  { id: 'c', name: 'Checking with the sponsor who raised it', category: StageCategory.CHECKING, wipLimit: null },
  { id: 'f', name: 'Fixed', category: StageCategory.FIXED, wipLimit: null },
];
const totalsOf = (ago: number, counts: readonly number[], rates: readonly number[]) => ({
  at: daysAgo(ago),
  stages: stages.map((stage, at) => ({
    ...{ stage, count: counts[at] ?? 0, bleedPerWeek: rates[at] ?? 0 },
    confirmed: stage.id === 'f' ? Math.floor((counts[at] ?? 0) / 2) : 0,
  })),
  bleedPerWeek: rates.slice(0, 4).reduce((sum, rate) => sum + rate, 0),
});

const title = fc.oneof(
  fc.constantFrom('Orders are typed twice', 'The till freezes', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);
const five = (most: number) => fc.array(fc.nat(most), { minLength: 5, maxLength: 5 });

/** Every plot with whatever data may come. */
const plots: Record<string, fc.Arbitrary<(canvas: Canvas) => Plot>> = {
  bleeding: fc
    .tuple(
      fc.array(fc.tuple(five(90), five(40_000)), { minLength: 2, maxLength: 90 }),
      fc.array(fc.nat(89), { maxLength: 40 }),
    )
    .map(([days, wins]) => {
      const totals = days.map(([counts, rates], at) => totalsOf(days.length - 1 - at, counts, rates));
      const told = wins.filter((ago) => ago < days.length).map((ago) => ({ at: daysAgo(ago), headline: 'A win' }));
      return (canvas) => bleedingPlot({ totals, wins: told, hourlyCost: 50 }, canvas, VOICE);
    }),
  flow: fc.array(five(90), { minLength: 2, maxLength: 90 }).map((days) => {
    const totals = days.map((counts, at) => totalsOf(days.length - 1 - at, counts, []));
    return (canvas) => cumulativeFlowPlot({ totals, came: 7, fixed: 3 }, canvas, VOICE);
  }),
  time: fc.array(fc.tuple(fc.nat(84), fc.nat(400), title), { maxLength: 60 }).map((all) => {
    const cases = all.map(([ago, days, what], at) => ({
      key: `P-${at + 1}`,
      title: what,
      confirmedAt: daysAgo(ago),
      days,
    }));
    return (canvas) => timeToFixedPlot({ from: daysAgo(84), to: daysAgo(0), cases }, canvas, VOICE);
  }),
  ages: fc
    .tuple(fc.array(fc.array(fc.nat(300), { maxLength: 60 }), { minLength: 4, maxLength: 4 }), fc.boolean())
    .map(([all, paced]) => {
      const aged = all.map((days, at) => ({
        stage: stages[at] as StageThen,
        pace: paced ? { stays: 20, usualDays: 7, slowDays: 30 } : { stays: 3, usualDays: null, slowDays: null },
        cards: days
          .toSorted((one, other) => other - one)
          .map((age, card) => ({ key: `P-${card}`, title: 'A pain', days: age })),
      }));
      return (canvas) => ageingPlot({ at: daysAgo(0), stages: aged }, canvas, VOICE);
    }),
  promises: fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 60 }).map((all) => {
    const weeks = all.map(([kept, missed], at) => ({
      monday: daysAgo((all.length - at) * 7).slice(0, 10),
      kept,
      due: kept + missed,
    }));
    return (canvas) => commitmentsKeptPlot(weeks, canvas, VOICE);
  }),
  win: fc
    .tuple(fc.option(title), fc.option(title), fc.option(fc.nat(1_000_000)), fc.option(fc.nat(1_000_000)))
    .map(([measure, unit, before, after]) => {
      const win = {
        headline: 'It is better',
        measure: measure?.trim() || null,
        unit,
        before,
        after,
        achievedOn: '2026-11-10',
      };
      return (canvas) => beforeAfterPlot(win, canvas, VOICE);
    }),
  impact: fc
    .array(fc.tuple(fc.nat(20_000), fc.option(fc.double({ min: 0, max: 120, noNaN: true })), title), { maxLength: 60 })
    .map((all) => {
      const candidates = all.map(([bleedPerWeek, effortDays, what], at) => ({
        key: `P-${at + 1}`,
        title: what,
        bleedPerWeek,
        effortDays,
      }));
      return (canvas) => impactEffortPlot({ candidates, hourlyCost: 50 }, canvas, VOICE);
    }),
};

describe.each(Object.entries(plots))('the plot of the %s', (_name, data) => {
  it('has no text smaller than was asked for, none beyond its edge, and none over another', () => {
    fc.assert(
      fc.property(data, canvas, (draw, size) => {
        const written = writtenIn(draw(size).svg, size, widthOf);
        const slack = size.textSize * 0.3;
        for (const [at, one] of written.entries()) {
          expect(one.size).toBeGreaterThanOrEqual(size.textSize);
          expect({
            ...one,
            inside:
              one.left >= -slack &&
              one.right <= size.width + slack &&
              one.top >= -slack &&
              one.bottom <= size.height + slack,
          }).toMatchObject({ inside: true });
          const over = written
            .slice(at + 1)
            .find(
              (other) =>
                one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
            );
          expect(over && { one, over }).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is a picture that a program can draw, with a finding in words and rows that fit their columns', () => {
    fc.assert(
      fc.property(data, (draw) => {
        const { svg, alt, how, table, title: called } = draw(DESK);
        expect(() => new Resvg(inLight(svg), { font: { loadSystemFonts: false } }).render()).not.toThrow();
        expect(inLight(svg)).not.toMatch(/var\(/);
        for (const words of [alt, how, called]) expect(words).toMatch(/\S/u);
        expect(`${alt} ${how}`).not.toMatch(/NaN|undefined|Infinity|null/);
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the plot of what to treat next', () => {
  it('sets no name over a point where there is room beside it', () => {
    const near: [number, number][] = [
      ...([
        [1000, 3],
        [750, 4],
        [700, 9],
        [550, 5],
        [400, 6],
        [350, 4],
      ] as [number, number][]),
      ...([
        [200, 3],
        [120, 3],
        [150, 1],
      ] as [number, number][]),
    ];
    const candidates = near.map(([bleedPerWeek, effortDays], at) => ({
      ...{ key: `P-${at + 1}`, title: 'Night shift reaches the help desk from eight to five' },
      ...{ bleedPerWeek, effortDays },
    }));
    const room: Canvas = { width: 1728, height: 770, textSize: 42 };
    const { svg } = impactEffortPlot({ candidates, hourlyCost: 42 }, room, VOICE);
    const names = writtenIn(svg, room, widthOf).filter(({ text }) => text.startsWith('P-'));
    const points = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const covered = points.filter(([x = 0, y = 0]) =>
      names.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom),
    );
    expect([names.length > 3, points.length > 3, covered]).toEqual([true, true, []]);
  });
});

describe('the plots', () => {
  it('tell what is to be seen as an analyst would', () => {
    const totals = [
      totalsOf(84, [9, 0, 2, 0, 4], [2_000, 0, 500, 0, 0]),
      totalsOf(40, [12, 3, 4, 1, 6], [4_000, 900, 800, 100, 0]),
      totalsOf(0, [4, 2, 3, 1, 15], [1_000, 400, 500, 100, 0]),
    ];
    const wins = [{ at: daysAgo(10), headline: 'No more frozen tills' }];
    expect(bleedingPlot({ totals, wins, hourlyCost: 42 }, DESK, VOICE).alt).toBe(
      '€2,000 bleed a week against €2,500 on 26 Aug, 20% less. It was highest on 9 Oct with €5,800. 50% of it stands in Bleeding. 1 win was told in that time.',
    );
    expect(cumulativeFlowPlot({ totals, came: 10, fixed: 11 }, DESK, VOICE).alt).toBe(
      '10 pain points are not fixed, against 11 on 26 Aug; more were fixed than came (10 came, 11 fixed). Most wait in Bleeding: 4. 15 stand fixed, 7 of them confirmed by a sponsor.',
    );
    const win = {
      headline: 'Orders fly',
      measure: 'Minutes to order',
      unit: 'min',
      before: 45,
      after: 9,
      achievedOn: '2026-11-10',
    };
    expect(beforeAfterPlot(win, DESK, VOICE).alt).toBe('Minutes to order: 45 min before, 9 min after; 80% less.');
  });

  it('write numbers, dates and money as the workspace does', () => {
    const german = new Voice({ locale: 'de-DE', currency: 'EUR', timeZone: 'Europe/Berlin' });
    const totals = [totalsOf(84, [9], [12_500]), totalsOf(0, [4], [12_000])];
    const { alt, table } = bleedingPlot({ totals, wins: [], hourlyCost: 42 }, DESK, german);
    expect(alt).toMatch(/^12\.000\s€ bleed a week against 12\.500\s€ on 26\. Aug/);
    expect(table.rows.at(-1)?.[5]).toMatch(/^12\.000\s€$/);
    expect([12_345, 9_876, 1_234_567].map((value) => german.shortMoney(value).replace(/\s/gu, ' '))).toEqual([
      '12.300 €',
      '9.876 €',
      '1,23 Mio. €',
    ]);
    expect(VOICE.shortMoney(12_345)).toBe('€12.3k');
  });

  it('speak the languages of mails where they go along with them', () => {
    const customs = { currency: 'EUR', timeZone: 'Europe/Berlin' };
    const german = new Voice({ ...customs, locale: 'de-DE', language: 'de' });
    const french = new Voice({ ...customs, locale: 'fr-FR', language: 'fr' });
    const totals = [totalsOf(84, [2], [1_000]), totalsOf(40, [9], [9_000]), totalsOf(0, [4, 1], [3_000, 500])];
    const wins = [{ at: daysAgo(10), headline: 'No more frozen tills' }];
    const drawn = (voice: Voice) => {
      const { alt, svg } = bleedingPlot({ totals, wins, hourlyCost: 42 }, DESK, voice);
      return [alt.replace(/[\u00a0\u202f]/gu, ' '), [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, said]) => said)];
    };
    expect(drawn(german)).toEqual([
      'Was nicht behoben ist, kostet 3.500 € in der Woche, gegenüber 1.000 € am 26. Aug., also das 3,5-Fache. Am meisten war es am 9. Okt. mit 9.000 €. 86 % davon stehen bei „Blutet“. In dieser Zeit wurde von einem Erfolg berichtet.',
      expect.arrayContaining(['Was jede Woche blutet', 'Geld in der Woche', 'Erfolge', 'Blutet', 'Geplant', 'Tag']),
    ]);
    expect(drawn(french)).toEqual([
      'Ce qui n’est pas résolu coûte 3 500 € par semaine, contre 1 000 € le 26 août, soit 3,5 fois plus. Le plus haut était le 9 oct., avec 9 000 €. 86 % se trouvent à l’étape « Ça saigne ». Un succès a été annoncé pendant cette période.',
      expect.arrayContaining(['Ce qui saigne chaque semaine', 'argent par semaine', 'succès', 'Ça saigne', 'jour']),
    ]);
  });

  it('draw below ten cases the cases alone, and say so', () => {
    const cases = Array.from({ length: 9 }, (_, at) => ({
      key: `P-${at}`,
      title: 'A pain',
      confirmedAt: daysAgo(at),
      days: at + 3,
    }));
    const few = timeToFixedPlot({ from: daysAgo(84), to: daysAgo(0), cases }, DESK, VOICE);
    expect(few.alt).toMatch(/too few for percentiles/);
    expect(few.svg).not.toMatch(/stroke-dasharray/);
    const ten = [...cases, { key: 'P-9', title: 'A pain', confirmedAt: daysAgo(1), days: 100 }];
    const enough = timeToFixedPlot({ from: daysAgo(84), to: daysAgo(0), cases: ten }, DESK, VOICE);
    expect(enough.alt).toMatch(
      /half came within 7 days of being raised, and 85 of 100 within 11 days\. The slowest, P-9, took 100 days/,
    );
    expect(enough.svg.match(/stroke-dasharray/g)).toHaveLength(2);
  });

  it('can be told in grey: bands differ in pattern or lightness, and late cards in shape', () => {
    const totals = [totalsOf(1, [1, 1, 1, 1, 2], [5, 5, 5, 5, 0]), totalsOf(0, [1, 1, 1, 1, 2], [5, 5, 5, 5, 0])];
    const { svg } = cumulativeFlowPlot({ totals, came: 0, fixed: 0 }, DESK, VOICE);
    expect(svg.match(/<pattern/g)).toHaveLength(3);
    const aged = {
      stage: stages[0] as StageThen,
      pace: { stays: 20, usualDays: 7, slowDays: 30 },
      cards: [40, 3].map((days) => ({ key: 'P-1', title: '', days })),
    };
    const ages = ageingPlot({ at: daysAgo(0), stages: [aged] }, DESK, VOICE).svg;
    expect([ages.match(/<circle/g)?.length, ages.match(/fill="var\(--plot-bleeding\)"/g)?.length]).toEqual([1, 1]);
  });

  it('never let what people wrote become markup', () => {
    const evil = "\"/><script>alert(1)</script><g onload='x' \u0000\ud800";
    const win = { headline: evil, measure: evil, unit: evil, before: 3, after: 1, achievedOn: '2026-11-10' };
    const candidates = [{ key: 'P-1', title: evil, bleedPerWeek: 900, effortDays: 1 }];
    for (const { svg } of [
      beforeAfterPlot(win, DESK, VOICE),
      impactEffortPlot({ candidates, hourlyCost: 50 }, DESK, VOICE),
    ]) {
      expect(svg).not.toMatch(/<script|<g onload|\u0000/);
      expect(() => new Resvg(inLight(svg), { font: { loadSystemFonts: false } })).not.toThrow();
    }
  });

  it('say in a sentence why there is nothing to draw', () => {
    const empty = [
      bleedingPlot({ totals: [totalsOf(1, [], []), totalsOf(0, [], [])], wins: [], hourlyCost: 50 }, DESK, VOICE),
      cumulativeFlowPlot({ totals: [totalsOf(0, [], [])], came: 0, fixed: 0 }, DESK, VOICE),
      timeToFixedPlot({ from: daysAgo(84), to: daysAgo(0), cases: [] }, DESK, VOICE),
      ageingPlot({ at: daysAgo(0), stages: [] }, DESK, VOICE),
      commitmentsKeptPlot([{ monday: '2026-11-16', kept: 0, due: 0 }], DESK, VOICE),
      impactEffortPlot({ candidates: [], hourlyCost: 50 }, DESK, VOICE),
    ];
    for (const plot of empty) expect(plot).toMatchObject({ empty: true, alt: expect.stringMatching(/\.$/) as unknown });
  });
});
