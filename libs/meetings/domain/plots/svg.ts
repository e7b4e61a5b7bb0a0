/** SVG as text. Everything that people wrote goes through here, so that none of it can become markup. */

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element; numbers are rounded to a tenth, which no eye can tell apart. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    return ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`;
  });
  const inside = children.join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** A text between tags. */
export function textOf(text: string): string {
  return escaped(text);
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What XML cannot hold is left out: control characters, and halves of a character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
