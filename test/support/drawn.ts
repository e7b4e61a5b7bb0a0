import type { Canvas } from '@stanch/meetings';
import fc from 'fast-check';

/** Any size that a plot may be asked for, in a room or on a page. */
export const canvas: fc.Arbitrary<Canvas> = fc
  .tuple(fc.constantFrom(14, 28, 42, 56), fc.integer({ min: 22, max: 60 }), fc.integer({ min: 14, max: 30 }))
  .map(([textSize, across, down]) => ({ width: textSize * across, height: textSize * down, textSize }));

type WidthOf = (text: string, size: number, bold?: boolean) => number;

interface Written {
  text: string;
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where which text stands, by how wide the house takes it to be. */
export function writtenIn(svg: string, { textSize }: Canvas, widthOf: WidthOf): Written[] {
  const inner = new Map(
    [...svg.matchAll(/<g font-size="([\d.]+)">(<text[^>]*>[^<]*<\/text>)<\/g>/g)].map(([, size, text]) => [
      text,
      Number(size),
    ]),
  );
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([whole, attributes = '', escaped = '']) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = escaped.replaceAll(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
    );
    const size = Number(value('font-size') ?? inner.get(whole) ?? textSize);
    const width = widthOf(text, size, value('font-weight') !== undefined);
    const x = Number(value('x'));
    const left = value('text-anchor') === 'end' ? x - width : value('text-anchor') === 'middle' ? x - width / 2 : x;
    const y = Number(value('y'));
    return { text, size, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.05 };
  });
}

/** Where which mark stands: points, diamonds and bars. */
export function marksIn(svg: string): { late: boolean; left: number; right: number; top: number; bottom: number }[] {
  const number = String.raw`(-?[\d.]+)`;
  const round = [...svg.matchAll(new RegExp(`<circle cx="${number}" cy="${number}" r="${number}"`, 'g'))].map(
    ([, x, y, r]) => ({ late: false, x: Number(x), y: Number(y), half: Number(r) }),
  );
  const diamonds = [
    ...svg.matchAll(new RegExp(`<path d="M${number},${number}L${number},${number}[^"]*Z" fill="[^"]*bleeding`, 'g')),
  ].map(([, x, , right, y]) => ({ late: true, x: Number(x), y: Number(y), half: Number(right) - Number(x) }));
  return [...round, ...diamonds].map(({ late, x, y, half }) => ({
    ...{ late, left: x - half, right: x + half, top: y - half, bottom: y + half },
  }));
}

/** The heights of the lines of a plot; of one kind, where their dashes are given in sizes of the text. */
export function linesIn(svg: string, dashes = '[^"]*'): number[] {
  const line = new RegExp(`<line x1="[^"]*" x2="[^"]*" y1="([\\d.]+)"[^>]*stroke-dasharray="${dashes}"`, 'g');
  return [...svg.matchAll(line)].map(([, y]) => Number(y));
}
