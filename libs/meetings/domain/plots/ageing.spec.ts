import { canvas, linesIn, marksIn, writtenIn } from '../../../../test/support/drawn.js';
import { instantOf, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { StageCategory, type StageThen } from '@stanch/remediation';
import fc from 'fast-check';
import { ageingPlot } from './ageing.js';
import { cumulativeFlowPlot } from './cumulative-flow.js';
import type { Canvas } from './drawing.js';
import { widthOf } from './text-width.js';
import { timeToFixedPlot } from './time-to-fixed.js';
import { Voice } from './voice.js';

const VOICE = new Voice({ locale: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' });
const END = Date.parse('2026-11-18T09:00:00.000Z');
const daysAgo = (days: number) => instantOf(END - days * MILLISECONDS_PER_DAY);

const stages: StageThen[] = [
  { id: 'b', name: 'Bleeding', category: StageCategory.BLEEDING, wipLimit: null },
  { id: 'p', name: 'Planned', category: StageCategory.PLANNED, wipLimit: null },
  { id: 't', name: 'Treating', category: StageCategory.TREATING, wipLimit: null },
  { id: 'c', name: 'Checking with the sponsor who raised it', category: StageCategory.CHECKING, wipLimit: null },
];

const timed = fc.array(fc.tuple(fc.nat(84), fc.nat(90)), { minLength: 1, maxLength: 60 }).map((all) => {
  const cases = all.map(([ago, days], at) => ({
    ...{ key: `P-${at + 1}`, title: 'A pain', confirmedAt: daysAgo(ago), days },
  }));
  return (size: Canvas) => timeToFixedPlot({ from: daysAgo(84), to: daysAgo(0), cases }, size, VOICE).svg;
});

const agedPlot = fc
  .tuple(
    fc.array(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 60 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(0, 3, 30, 33.4),
  )
  .map(([all, slowDays]) => {
    const aged = all.map((days, at) => ({
      stage: stages[at] as StageThen,
      pace: { stays: 20, usualDays: slowDays / 3, slowDays },
      cards: [...days, slowDays]
        .toSorted((one, other) => other - one)
        .map((age, card) => ({ key: `P-${card + 1}`, title: 'A pain', days: age })),
    }));
    return { aged, draw: (size: Canvas) => ageingPlot({ at: daysAgo(0), stages: aged }, size, VOICE).svg };
  });

describe('the plot of the ages', () => {
  it('has what is late above its line and all else on it or below, whatever the size of the letters', () => {
    fc.assert(
      fc.property(agedPlot, canvas, ({ draw }, size) => {
        const svg = draw(size);
        const line = linesIn(svg, `${size.textSize * 0.8} [\\d.]+`)[0] ?? NaN;
        const middles = marksIn(svg).map(({ late, top, bottom }) => ({ late, y: (top + bottom) / 2 }));
        const bars = [...svg.matchAll(/<rect [^>]*y="([\d.]+)" [^>]*height="([\d.]+)" fill="[^"]*(bleeding|accent)/g)];
        const marks = [
          ...middles,
          ...bars.map(([, y, height, fill]) => ({ late: fill === 'bleeding', y: Number(y) + Number(height) / 2 })),
        ];
        expect(marks.length).toBeGreaterThan(0);
        expect(marks.filter(({ late, y }) => (late ? y > line + 0.2 : y < line - 0.2))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('sets no mark over another, and stands each at its age', () => {
    const days = [41, 40.6, 33, 32.5, 32.2, 12, 5, 4.9, 4.8, 0.4, 0.3, 0.1];
    const aged = {
      stage: stages[0] as StageThen,
      pace: { stays: 20, usualDays: 7, slowDays: 32.4 },
      cards: days.map((age, at) => ({ key: `P-${at}`, title: '', days: age })),
    };
    for (const textSize of [14, 28, 42, 56]) {
      const { svg } = ageingPlot({ at: daysAgo(0), stages: [aged] }, { width: 1728, height: 800, textSize }, VOICE);
      const marks = marksIn(svg).map((mark) => ({
        ...mark,
        x: (mark.left + mark.right) / 2,
        y: (mark.top + mark.bottom) / 2,
      }));
      const heights = marks.map(({ y }) => y).toSorted((one, other) => one - other);
      const step = ((heights.at(-1) ?? 0) - (heights[0] ?? 0)) / (41 - 0.1);
      days.forEach((age, at) => expect(heights[at]).toBeCloseTo((heights[0] ?? 0) + (41 - age) * step, 0));
      const touching = marks.filter((one, at) =>
        marks
          .slice(at + 1)
          .some((other) => Math.hypot(one.x - other.x, one.y - other.y) < (one.right - one.left) * 0.9),
      );
      expect(touching).toEqual([]);
    }
  });
});

describe('the names of stages', () => {
  it('are whole, or the word for such a stage, in a room of any depth', () => {
    const sizes = [28, 42, 56].map((textSize) => ({ width: 1728, height: 640, textSize }));
    const totals = [1, 0].map((ago) => ({
      at: daysAgo(ago),
      stages: stages.map((stage) => ({ stage, count: 3, bleedPerWeek: 0, confirmed: 0 })),
      bleedPerWeek: 0,
    }));
    const aged = stages.map((stage) => ({
      stage,
      pace: { stays: 20, usualDays: 7, slowDays: 30 },
      cards: [{ key: 'P-1', title: 'A pain', days: 3 }],
    }));
    for (const size of sizes) {
      const drawn = [
        cumulativeFlowPlot({ totals, came: 0, fixed: 0 }, size, VOICE).svg,
        ageingPlot({ at: daysAgo(0), stages: aged }, size, VOICE).svg,
      ];
      for (const svg of drawn) expect(svg).toMatch(/>(3 )?Checking/);
      expect(drawn.join()).not.toContain('…');
    }
  });
});

describe.each(Object.entries({ time: timed, ages: agedPlot.map(({ draw }) => draw) }))(
  'the names in the plot of the %s',
  (_name, data) => {
    it('lie off the lines, and touch no mark', () => {
      fc.assert(
        fc.property(data, canvas, (draw, size) => {
          const svg = draw(size);
          const names = writtenIn(svg, size, widthOf).filter(({ text }) => /^P-\d+$/.test(text));
          const over = names.filter(
            ({ left, right, top, bottom }) =>
              linesIn(svg).some((y) => y > top && y < bottom) ||
              marksIn(svg).some(
                (mark) => left < mark.right && mark.left < right && top < mark.bottom && mark.top < bottom,
              ),
          );
          expect(over).toEqual([]);
          // What is drawn first lies below.
          const first = svg.search(/<circle|<path d="M/);
          expect(first < 0 || svg.lastIndexOf('stroke-dasharray') < first).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  },
);
