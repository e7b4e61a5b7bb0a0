import { canvas, writtenIn } from '../../../../test/support/drawn.js';
import fc from 'fast-check';
import { impactEffortPlot } from './impact-effort.js';
import { widthOf } from './text-width.js';
import { Voice } from './voice.js';

const VOICE = new Voice({ locale: 'en-GB', currency: 'EUR', timeZone: 'Europe/Berlin' });
const TITLES = [
  'Orders are typed twice',
  'The map of the cold store is drawn by hand and nobody has the latest one',
  'Tills',
];

const candidates = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.double({ min: 0.1, max: 40, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) =>
    all.map(([bleedPerWeek, effortDays], at) => ({
      ...{ key: `P-${at + 1}`, title: TITLES[at % 3] ?? '', bleedPerWeek, effortDays },
    })),
  );

/** Every mark, as far as it reaches. */
function reachesIn(svg: string) {
  const points = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, ...all]) => {
    const [x = 0, y = 0, half = 0] = all.map(Number);
    return { x, y, half };
  });
  const diamonds = [...svg.matchAll(/<path d="M([\d.]+),[\d.]+L([\d.]+),([\d.]+)/g)].map(([, ...all]) => {
    const [x = 0, right = 0, y = 0] = all.map(Number);
    return { x, y, half: right - x };
  });
  return [...points, ...diamonds];
}

describe('the plot of impact and effort', () => {
  it('sets no name beside the mark of another, and cuts none', () => {
    fc.assert(
      fc.property(candidates, canvas, fc.boolean(), (all, size, fromList) => {
        const numbered = all.map((one, at) => (fromList ? { ...one, number: at + 1 } : one));
        const { svg } = impactEffortPlot({ candidates: numbered, hourlyCost: 50, fromList }, size, VOICE);
        expect(svg).not.toContain('…');
        const names = writtenIn(svg, size, widthOf).filter(({ text }) => text.startsWith('P-'));
        const marks = reachesIn(svg);
        for (const { text, left, right, top, bottom } of names) {
          const gaps = marks
            .map(({ x, y, half }) => {
              const across = Math.max(left - x - half, x - half - right, 0);
              return Math.max(across, Math.max(top - y - half, y - half - bottom, 0));
            })
            .toSorted((one, other) => one - other);
          expect({
            text,
            own: gaps[0],
            next: gaps[1] ?? Infinity,
            isClear: (gaps[1] ?? Infinity) > (gaps[0] ?? 0),
          }).toMatchObject({
            isClear: true,
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('numbers what can be chosen as its list does, also what stands in one place', () => {
    const near = [2, 3, 5, 6, 9, 11].map((number) => ({
      ...{ key: `P-${number * 7}`, title: 'Orders are typed twice', bleedPerWeek: 900, effortDays: 2, number },
    }));
    for (const textSize of [14, 28, 42, 56]) {
      const size = { width: 1728, height: 620, textSize };
      const { svg, how } = impactEffortPlot({ candidates: near, hourlyCost: 50, fromList: true }, size, VOICE);
      const rings = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*\/><text[^>]*>(\d+)</g)];
      expect(rings.map(([, , , number]) => number)).toEqual(['2', '3', '5', '6', '9', '11']);
      // Those that had to make way are tied to the one place where all of them stand.
      const tied = [...svg.matchAll(/<line (x1="[^"]*" y1="[^"]*")/g)].map(([, from]) => from);
      expect([tied.length >= 5, new Set(tied).size]).toEqual([true, 1]);
      expect(how).toMatch(/^What stands in bleeding and is in the list, by its number there\./);
    }
  });

  it('keeps a number that makes way in the corner of what it stands for', () => {
    const [quick, fillIn] = [
      { bleedPerWeek: 462, effortDays: 4 },
      { bleedPerWeek: 300, effortDays: 4 },
    ];
    const all = [quick, { bleedPerWeek: 336, effortDays: 4 }, fillIn].map((one, at) => ({
      ...{ ...one, key: `P-${at}`, title: 'Sick notes arrive in three places', number: at + 1 },
    }));
    for (const textSize of [28, 42, 56]) {
      const size = { width: 1728, height: 620, textSize };
      const { svg } = impactEffortPlot({ candidates: all, hourlyCost: 42, fromList: true }, size, VOICE);
      const line = Number(/<line x1="[^"]*" x2="[^"]*" y1="([\d.]+)" y2="\1"[^>]*stroke-dasharray/.exec(svg)?.[1]);
      const rings = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"[^>]*\/><text[^>]*>(\d)</g)];
      expect(rings.map(([, y, number]) => [number, Number(y) <= line])).toEqual([
        ['1', true],
        ['2', true],
        ['3', false],
      ]);
    }
  });
});
