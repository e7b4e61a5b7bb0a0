import { StageCategory } from '@stanch/remediation';
import { colour } from './colours.js';
import { el } from './svg.js';

/**
 * What a band wears besides its colour, so that it can be told in grey: lines that fall, dots, or nothing. The categories
 * beside each other differ.
 */
export function hatched(category: StageCategory, shape: string, plot: string, size: number): string {
  const id = `${plot}-${category.toLowerCase()}-${Math.round(size)}`;
  const step = size * 0.62;
  const line = Math.max(1, size / 11);
  const whole = { id, width: step, height: step, patternUnits: 'userSpaceOnUse' };
  if (category === StageCategory.PLANNED) {
    const rule = {
      x1: 0,
      x2: 0,
      y1: 0,
      y2: step,
      stroke: colour('paper'),
      'stroke-width': line,
      'stroke-opacity': 0.75,
    };
    return worn(el('pattern', { ...whole, patternTransform: 'rotate(45)' }, el('line', rule)), id, shape);
  }
  if (category === StageCategory.CHECKING || category === StageCategory.FIXED) {
    const dot = {
      cx: step / 2,
      cy: step / 2,
      r: line * 0.8,
      fill: colour(category === StageCategory.FIXED ? 'confirmed' : 'bleeding'),
    };
    return worn(el('pattern', whole, el('circle', dot)), id, shape);
  }
  return '';
}

/** Lines that fall, for what was missed. */
export function missed(shape: string, plot: string, size: number): string {
  const id = `${plot}-missed-${Math.round(size)}`;
  const step = size * 0.5;
  const rule = { x1: 0, x2: 0, y1: 0, y2: step, stroke: colour('bleeding'), 'stroke-width': Math.max(1.2, size / 9) };
  const whole = { id, width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return worn(el('pattern', whole, el('line', rule)), id, shape);
}

function worn(pattern: string, id: string, shape: string): string {
  return el('defs', {}, pattern) + el('path', { d: shape, fill: `url(#${id})` });
}
