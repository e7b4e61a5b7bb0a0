import { StageCategory } from '@stanch/remediation';

/**
 * The colours of the plots by their meaning. A page says by custom properties (`--plot-ink`) what they are in its theme;
 * a picture, which has no page, takes the light ones here. What bleeds is red, the further from a fix the stronger, and
 * only what a sponsor confirmed is green; so the bands differ in grey, too.
 */
export const LIGHT_COLOURS = {
  ink: '#1b2528',
  soft: '#4a565a',
  line: '#e0d9cb',
  paper: '#fffdf8',
  zone: '#ede8dd',
  bleeding: '#ab2319',
  planned: '#d06a55',
  treating: '#e6a592',
  checking: '#f4d9cd',
  fixed: '#dfeee2',
  confirmed: '#1b6b41',
  accent: '#0e5a63',
} as const;

export type Colour = keyof typeof LIGHT_COLOURS;

/** A colour as an attribute takes it. */
export function colour(name: Colour): string {
  return `var(--plot-${name})`;
}

/** The same drawing with the light colours in it, for where no page gives them; on its own paper, or on another. */
export function inLight(svg: string, paper: string = LIGHT_COLOURS.paper): string {
  const colours = { ...LIGHT_COLOURS, paper };
  return svg.replaceAll(/var\(--plot-([a-z]+)\)/g, (whole, name: Colour) => colours[name] ?? whole);
}

/** The colour of what stands in a stage of a category; what is fixed, as long as nobody confirmed it. */
export const COLOUR_OF: Readonly<Record<StageCategory, Colour>> = {
  [StageCategory.BLEEDING]: 'bleeding',
  [StageCategory.PLANNED]: 'planned',
  [StageCategory.TREATING]: 'treating',
  [StageCategory.CHECKING]: 'checking',
  [StageCategory.FIXED]: 'fixed',
};
