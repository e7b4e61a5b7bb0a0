import { RepeatFinder, type SaidRow } from './repeats.js';

function repeatsOf(rows: readonly Partial<SaidRow>[]) {
  const finder = new RepeatFinder();
  return rows.flatMap((row, at) => {
    const words = row.words ?? '';
    const said = {
      row: at + 2,
      number: String(at + 1),
      title: words,
      idea: '',
      unit: 'Claims',
      service: 'Claims system',
    };
    return finder.add({ ...said, saysDuplicate: false, words, ...row }) ?? [];
  });
}

describe('a repeat', () => {
  it('says nearly the same of the same service in the same unit', () => {
    const rows = [
      { words: 'The claims screen is slow every Monday morning' },
      { words: 'Every monday morning, claims screens are so slow!' },
      { words: 'The claims screen is slow every Monday morning, says finance', unit: 'Finance' },
      { words: 'Photos arrive turned' },
    ];
    expect(repeatsOf(rows)).toMatchObject([{ row: 3, ofRow: 2 }]);
  });

  it('has the very same words, whoever says them', () => {
    const words = 'Nobody answers the phone';
    expect(repeatsOf([{ words }, { words, unit: 'Finance', service: 'Phones' }])).toMatchObject([{ row: 3, ofRow: 2 }]);
  });

  it('is told apart by a number in it', () => {
    expect(repeatsOf([{ words: 'Scanner 1 jams' }, { words: 'Scanner 2 jams' }])).toEqual([]);
  });

  it('names the row it repeats, by the number of the list or of the row; a room number is none', () => {
    const rows = [
      { words: 'It takes a minute to open a file' },
      { words: 'Mondays (same as no. 1)' },
      { words: 'Opening is slow', idea: 'see 1' },
      { words: 'Siehe Zeile 2' },
      { words: 'The projector of room 1, see 1 above the door' },
    ];
    expect(repeatsOf(rows).map(({ row, ofRow }) => [row, ofRow])).toEqual([
      [3, 2],
      [4, 2],
      [5, 2],
    ]);
  });

  it('by its status alone is the closest about the same service', () => {
    const rows = [
      { words: 'Files take long to open on Mondays' },
      { words: 'The archive has no search' },
      { words: 'Opening files: long', saysDuplicate: true },
    ];
    expect(repeatsOf(rows)).toMatchObject([{ row: 4, ofRow: 2 }]);
  });

  it('is looked for within a moment, also in pages of nothing', () => {
    const from = performance.now();
    repeatsOf([{ words: 'It jams' }, { words: `See${' '.repeat(10_000)}the door`, idea: `see ${'. '.repeat(4_000)}` }]);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it('of a repeat repeats the first', () => {
    const words = 'The claims screen is slow';
    expect(repeatsOf([{ words }, { words }, { words: 'Same as no. 2' }]).map(({ ofRow }) => ofRow)).toEqual([2, 2]);
  });
});
