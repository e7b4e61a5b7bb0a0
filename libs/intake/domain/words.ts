import { createHash } from 'node:crypto';

/** What fits into a title. */
export const LONGEST_TITLE = 200;
const SENTENCE = /^(.{12,}?[.!?…]+["'”“»)]*)\s+(?=["'„“«(¿¡]*\p{Lu})/su;

/** A title out of somebody's words: their first sentence, shortened at a word when it is long. */
export function titleOf(words: string): string {
  const [firstLine = ''] = words
    .trim()
    .split(/\n+/u)
    .filter((line) => line.trim() !== '');
  const sentence = (SENTENCE.exec(firstLine.slice(0, 2 * LONGEST_TITLE))?.[1] ?? firstLine)
    .trim()
    .replace(/\s+/gu, ' ');
  return shortened(sentence.replace(/(?<![.\d])\.$/u, ''), LONGEST_TITLE);
}

/** A text that fits, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const atWord = cut.lastIndexOf(' ');
  return `${cut.slice(0, atWord > most / 2 ? atWord : cut.length).trimEnd()}…`;
}

/** The form in which texts are compared: small letters without accents, and nothing but letters and digits. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The mark by which a row is known again in the same or an edited file: who said what for which unit. Figures and dates
 * may be corrected without making it another pain. `occurrence` tells apart rows of one file that say the very same.
 */
export function fingerprintOf(said: { words: string; who: string; unit: string; occurrence: number }): string {
  const parts = [plainForm(said.words), plainForm(said.who), plainForm(said.unit), String(said.occurrence)];
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 32);
}
