import fc from 'fast-check';
import { type Encoding, EncodingDetector, whyNotText } from './encoding.js';
import { type Delimiter, DELIMITERS, guessDelimiter, TableReader } from './table-reader.js';

const ENCODINGS: readonly (Encoding | 'UTF-8 with BOM')[] = [
  'UTF-8',
  'UTF-8 with BOM',
  'UTF-16LE',
  'UTF-16BE',
  'Windows-1252',
];

/** As a spreadsheet writes a table: cells that need it in quotes, the rows apart by the line break of its system. */
function written(table: readonly (readonly string[])[], delimiter: Delimiter, lineBreak: string): string {
  const cellOf = (cell: string) => (/["\n\r,;\t|]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return table.map((row) => row.map(cellOf).join(delimiter)).join(lineBreak);
}

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(text);
  if (encoding === 'UTF-8 with BOM') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'Windows-1252') return Buffer.from(text, 'latin1');
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'UTF-16LE' ? little : little.swap16();
}

/** Reads bytes as a file is read, in pieces of this size. */
function readBack(bytes: Buffer, size: number): { encoding: Encoding; delimiter: Delimiter; table: string[][] } {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const detector = new EncodingDetector();
  for (const piece of pieces) detector.add(piece);
  const encoding = detector.finish();
  const delimiter = guessDelimiter(new TextDecoder(encoding).decode(bytes));
  const decoder = new TextDecoder(encoding);
  const reader = new TableReader(delimiter);
  const rows = pieces.flatMap((piece) => reader.push(decoder.decode(piece, { stream: true })));
  rows.push(...reader.push(decoder.decode()), ...reader.end());
  return { encoding, delimiter, table: rows.map(({ cells }) => [...cells]) };
}

// What Windows-1252 and Latin 1 share, so that every encoding can write it.
const cell = fc.string({
  unit: fc.constantFrom(...'abc XYZ 019 äöüßéñ,;|"\'\t\n.-€'.replace('€', '')),
  maxLength: 12,
});
const heading = fc
  .string({ unit: fc.constantFrom(...'abcdefgh äé'), minLength: 1, maxLength: 8 })
  .map((text) => `h${text}`);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.tuple(
      fc.array(heading, { minLength: width, maxLength: width }),
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    ),
  )
  .map(([headings, rows]) => [headings, ...rows.map((row) => ['x', ...row.slice(1)])]);

describe('a table out of a spreadsheet', () => {
  it('reads back the same, whatever delimiter, encoding, line break and pieces it came in', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, encoding, lineBreak, size) => {
          const back = readBack(encoded(written(rows, delimiter, lineBreak), encoding), size);
          expect(back.delimiter).toBe(delimiter);
          expect(back.table).toEqual(rows);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('counts rows as a spreadsheet does: empty ones too, line breaks within a cell not', () => {
    const reader = new TableReader(';');
    const rows = [...reader.push('a;b\r\n"one\ntwo";2\r\n;\r\n\r\nlast;5'), ...reader.end()];
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'a'],
      [2, 'one\ntwo'],
      [3, ''],
      [4, ''],
      [5, 'last'],
    ]);
  });

  it('believes the line in which Excel names its delimiter, and does not count it as a row', () => {
    const text = 'sep=;\r\nwho;what, when and where\r\n';
    expect(guessDelimiter(text)).toBe(';');
    expect(new TableReader(';').push(text)[0]).toEqual({ row: 1, cells: ['who', 'what, when and where'] });
  });

  it('names the row of a quotation mark that nobody closed', () => {
    const reader = new TableReader(',');
    reader.push('a,b\n1,2\n"open,4\n5,6\n');
    expect(() => reader.end()).toThrow(/row 3 is never closed/u);
  });
});

describe('the encoding', () => {
  it('is told apart by its bytes', () => {
    for (const encoding of ENCODINGS) {
      const { encoding: found } = readBack(encoded('Who;What\nMärta;häßlich', encoding), 7);
      expect(found).toBe(encoding === 'UTF-8 with BOM' ? 'UTF-8' : encoding);
    }
  });

  it('of UTF-16 is known without its mark too', () => {
    expect(readBack(Buffer.from('Who;What\nIda;slow', 'utf16le'), 16).table).toEqual([
      ['Who', 'What'],
      ['Ida', 'slow'],
    ]);
  });

  it.each([
    ['an Excel workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /Save it as CSV/u],
    ['an empty file', Buffer.alloc(0), /empty/u],
    ['a program', Buffer.from([1, 0, 0, 7, 0, 0, 9, 0, 0, 0]), /not a table/u],
  ])('of %s is none, and it says what to do', (_, bytes, says) => {
    expect(whyNotText(bytes)).toMatch(says);
  });
});
