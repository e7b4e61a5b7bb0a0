import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fitted, widthOf, wrapped } from './text-width.js';

const { resolve } = createRequire(import.meta.url);

/** The advance widths of a font, in thousandths of its size: `cmap` (format 4), `hmtx` and `head` of a TrueType file. */
function widthsIn(file: string): (character: string) => number | null {
  const font = readFileSync(resolve(file));
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (name: string) => tables.get(name) as number;
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  let map = 0;
  for (let at = table('cmap') + 4; map === 0; at += 8) {
    const offset = table('cmap') + font.readUInt32BE(at + 4);
    if (font.readUInt16BE(offset) === 4) map = offset;
  }
  const segments = font.readUInt16BE(map + 6) / 2;
  const glyphOf = (code: number) => {
    for (let segment = 0; segment < segments; segment += 1) {
      const word = (block: number) => map + 14 + 2 * segment + block * 2 * segments + (block > 0 ? 2 : 0);
      if (code > font.readUInt16BE(word(0))) continue;
      const start = font.readUInt16BE(word(1));
      if (code < start) return 0;
      const range = font.readUInt16BE(word(3));
      if (range === 0) return (code + font.readUInt16BE(word(2))) & 0xffff;
      return font.readUInt16BE(word(3) + range + 2 * (code - start));
    }
    return 0;
  };
  return (character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    if (glyph === 0) return null;
    const advance = font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1));
    return (advance / unitsPerEm) * 1_000;
  };
}

const PRINTED = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).concat([
  ...'äöüßéñçøåœæıł–—‘’“”„…€£¥·×≤≥→−°',
]);

describe('the width of a text', () => {
  it('is hardly more than in the font itself, and never less', () => {
    const inFont = widthsIn('@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf');
    for (const character of PRINTED) {
      const real = inFont(character);
      if (real === null) continue;
      const assumed = widthOf(character, 1_000);
      expect({ character, enough: assumed >= real }).toEqual({ character, enough: true });
      expect({ character, close: assumed <= real + 40 }).toEqual({ character, close: true });
    }
  });

  it('is enough for whole words in semi-bold, too', () => {
    const inFont = widthsIn('@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf');
    for (const text of ['Quick wins 12', '€16.4k in all', '85 of 100', 'Bleeding', 'Checking with sponsor', '7 of 9']) {
      const real = [...text].reduce((sum, character) => sum + (inFont(character) ?? 1_000), 0);
      expect(widthOf(text, 1_000, true)).toBeGreaterThanOrEqual(real * 0.995);
    }
  });

  it('cuts what does not fit at a word, and says so; of next to nothing it says nothing', () => {
    expect(fitted('Orders are typed twice', 500, 14)).toBe('Orders are typed twice');
    expect(fitted('Orders are typed twice', 100, 14)).toBe('Orders are…');
    expect(fitted('Orders', 12, 14)).toBeNull();
    const cut = fitted('Donaudampfschifffahrtsgesellschaft', 100, 14) ?? '';
    expect(cut).toMatch(/^Donau.*…$/);
    expect(widthOf(cut, 14)).toBeLessThanOrEqual(100);
  });

  it('breaks a sentence between words and cuts its last line when there are too many', () => {
    const sentence = 'No promise fell due in this time, so none was kept or missed.';
    const lines = wrapped(sentence, 140, 14);
    expect(lines.join(' ')).toBe(sentence);
    for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(140);
    expect(wrapped(sentence, 140, 14, 2)).toEqual([lines[0], expect.stringMatching(/…$/)]);
  });
});
