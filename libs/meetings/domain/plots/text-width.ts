/**
 * How wide a text is in the house's sans, so that the server knows what would overlap. In thousandths of the size; each
 * width with the characters that are at most so wide. `text-width.spec.ts` compares it with the font itself.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [200, "'‘’\u202f"],
  [220, '.l'],
  [240, ',`iı'],
  [260, ':;|· \u00a0'],
  [280, 'Ij'],
  [300, '!ł'],
  [320, '"„'],
  [340, '[]r“”'],
  [360, '()'],
  [380, 'ft°'],
  [400, '/\\{}'],
  [420, '-1'],
  [440, '_'],
  [480, 'sx'],
  [500, '*kz'],
  [520, '?JLavå'],
  [540, '7y'],
  [560, '23FT^cehnu–¥'],
  [580, '$569Poq~ßø£'],
  [600, 'Ebdgp'],
  [620, '8BKSXY…'],
  [640, '#+4<=>R×≤≥−'],
  [660, '&0Z'],
  [680, 'A€'],
  [700, 'DV'],
  [720, 'U'],
  [740, 'C'],
  [760, 'GH→'],
  [780, 'NOQ'],
  [800, '%w'],
  [860, 'Mm'],
  [880, 'æ'],
  [960, 'W'],
  [1000, '@œ'],
  [1100, '—'],
];
/** What is not in the list, such as Chinese, is hardly wider than high. */
const WIDEST = 1_000;
/** The semi-bold is a little wider, and so are the title's letters. */
const BOLDER = 1.05;

const widths = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((one) => [one, width])));

/** The width of a text of a size. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text.normalize('NFD')) {
    if (!/\p{M}/u.test(character)) sum += widths.get(character) ?? WIDEST;
  }
  return (sum / 1_000) * size * (bold ? BOLDER : 1);
}

/** As much of a text as there is room for, cut at a word where possible and marked as cut; null when next to nothing fits. */
export function fitted(text: string, room: number, size: number, bold = false): string | null {
  if (widthOf(text, size, bold) <= room) return text;
  const characters = [...text];
  let length = characters.length;
  while (length > 0 && widthOf(`${characters.slice(0, length).join('')}…`, size, bold) > room) length -= 1;
  if (length < FEWEST_LETTERS) return null;
  const cut = characters.slice(0, length).join('');
  const atWord = cut.lastIndexOf(' ');
  return `${(atWord > cut.length / 2 ? cut.slice(0, atWord) : cut).trimEnd()}…`;
}

/** A word cut to fewer letters says nothing. */
const FEWEST_LETTERS = 3;

/** A text in lines, broken between words; the last line is cut when there are too many, or a word is too long. */
export function wrapped(text: string, room: number, size: number, most = Infinity, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/ +/u);
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size, bold) <= room || line === '') {
      line = longer;
      continue;
    }
    if (lines.length + 1 >= most) {
      return [...lines, fitted([line, ...words.slice(at)].join(' '), room, size, bold) ?? ''];
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line].map((one) => fitted(one, room, size, bold) ?? '').filter((one) => one !== '');
}
