import { columnGroups, isOfFigures, rowPages } from './table-pages.js';

describe('a table in pages', () => {
  it('has all columns beside each other where there is room', () => {
    expect(columnGroups([100, 200, 300], 600)).toEqual([[0, 1, 2]]);
    expect(columnGroups([100], 50)).toEqual([[0]]);
  });

  it('has as many columns on a page as fit, about as many on each, and the first on all', () => {
    expect(columnGroups([100, 200, 200, 200, 200], 750)).toEqual([
      [0, 1, 2],
      [0, 3, 4],
    ]);
    expect(columnGroups([100, 900, 50, 50], 300)).toEqual([
      [0, 1],
      [0, 2, 3],
    ]);
  });

  it('has whole rows below a head on every page, fewer on the first one, which has a title', () => {
    const rows = Array.from({ length: 7 }, () => 50);
    expect(rowPages({ head: 40, rows }, 150, 250)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 6 },
      { from: 6, to: 7 },
    ]);
    expect(rowPages({ head: 40, rows: [900, 20] }, 300, 300)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
    expect(rowPages({ head: 40, rows: [] }, 300, 300)).toEqual([]);
  });

  it('knows figures, in any money, from words and dates', () => {
    expect(isOfFigures(['€1,484', '12.000 €', 'CHF 300', '85%', '€12.3k', 'too few'])).toBe(true);
    expect(isOfFigures(['7 May 2026', 'Planned', '4 of 5'])).toBe(false);
  });
});
