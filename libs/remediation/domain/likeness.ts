/** From this share of its weight in common, a text may say the same as another. */
const ALIKE = 0.4;
/** Of a longer word only its beginning is compared, so that it bears endings: printer, printers, printing. */
const BEGINNING = 5;

/** A word that nobody else used tells nothing about likeness; it only makes less of the others. */
const UNKNOWN = 0.4;

const COMMON = new Set(
  (
    'the and for with are was were been that this our their they them there not but from has have had does all ' +
    'every each one when than more most some any only just once gets which what who how why can cannot too very ' +
    'still always never again get got must need needs take takes until after der die das und oder von für mit ist ' +
    'sind war wir ich nicht ein eine einen dass den dem des sich auch wird werden hat haben bei'
  ).split(' '),
);

/** A text among which something alike is looked for. */
export interface Said {
  readonly id: string;
  readonly text: string;
}

/**
 * Finds which of many texts may say the same as a new one, the likest first. A word counts the more the fewer texts hold
 * it: "invoice" says more than "system".
 */
export function findAlike(text: string, others: readonly Said[], most: number): string[] {
  const words = tellingWords(text);
  if (words.size === 0) return [];
  const theirs = others.map(({ id, text: other }) => ({ id, words: tellingWords(other) }));
  const weights = new Map([...words].map((word) => [word, weightOf(word, theirs)]));
  const whole = sum(weights.values());
  return theirs
    .map(({ id, words: other }) => {
      const shared = [...weights].filter(([word]) => other.has(word)).map(([, weight]) => weight);
      return { id, likeness: sum(shared) / whole };
    })
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((one, another) => another.likeness - one.likeness)
    .slice(0, most)
    .map(({ id }) => id);
}

function weightOf(word: string, others: readonly { words: ReadonlySet<string> }[]): number {
  const holding = others.filter(({ words }) => words.has(word)).length;
  return Math.log(1 + (others.length + 1) / (holding + 1)) * (holding === 0 ? UNKNOWN : 1);
}

function tellingWords(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map((word) => word.slice(0, BEGINNING)));
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
