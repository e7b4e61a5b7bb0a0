import {
  badInput,
  dayAfter,
  endOfDay,
  type Instant,
  instantAfter,
  MILLISECONDS_PER_DAY,
  startOfDay,
} from '@stanch/kernel';
import { trailingFrom } from '@stanch/sponsorship';
import type { Canvas } from './drawing.js';
import type { Voice } from './voice.js';

/** Which plot. */
export const PlotKind = {
  BLEEDING: 'BLEEDING',
  CUMULATIVE_FLOW: 'CUMULATIVE_FLOW',
  TIME_TO_FIXED: 'TIME_TO_FIXED',
  AGEING: 'AGEING',
  COMMITMENTS_KEPT: 'COMMITMENTS_KEPT',
  BEFORE_AFTER: 'BEFORE_AFTER',
  IMPACT_EFFORT: 'IMPACT_EFFORT',
} as const;
export type PlotKind = (typeof PlotKind)[keyof typeof PlotKind];

/** The time that a plot shows. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

const SMALLEST = { width: 160, height: 120, textSize: 10 };
const LARGEST = { width: 8_000, height: 8_000, textSize: 300 };
/** A plot has room for its title, its axes and a little of the data from so many sizes of its text on. */
const FEWEST_TEXTS = { width: 16, height: 12 };
/** Two bars and what has changed need less. */
const FEWEST_OF_BARS = { width: 16, height: 9 };
const LONGEST_DAYS = 3_660;
/** Of longer times only the end of each week is drawn. */
const MOST_DAYS = 100;

/** Refuses a size on which a plot with such a text cannot be drawn; nothing is ever drawn smaller to fit. */
export function checkedCanvas(canvas: Canvas, kind: PlotKind): Canvas {
  const fewest = kind === PlotKind.BEFORE_AFTER ? FEWEST_OF_BARS : FEWEST_TEXTS;
  for (const side of ['width', 'height', 'textSize'] as const) {
    const value = canvas[side];
    if (!Number.isFinite(value) || value < SMALLEST[side] || value > LARGEST[side]) {
      throw badInput(side, `The ${WORD_OF[side]} of a plot is from ${SMALLEST[side]} to ${LARGEST[side]} pixels.`);
    }
  }
  for (const side of ['width', 'height'] as const) {
    const least = fewest[side] * canvas.textSize;
    if (canvas[side] < least) {
      throw badInput(side, `With a text of ${canvas.textSize} pixels a plot is at least ${least} pixels in ${side}.`);
    }
  }
  return canvas;
}

/** More than so many nobody chooses from. */
const MOST_CHOICES = 100;

/** Refuses a list that is too long to choose from. */
export function checkedChoices(choices: readonly string[] | null): readonly string[] | null {
  if (choices && choices.length > MOST_CHOICES) {
    throw badInput('choices', `A plot shows ${MOST_CHOICES} to choose from at most. Please name fewer.`);
  }
  return choices;
}

const WORD_OF = { width: 'width', height: 'height', textSize: 'text size' };

/**
 * The time to show: the trailing twelve weeks that the trust figures look at, or as long as there is a history when that is
 * shorter. What is still to come cannot be shown, so a later end counts as now.
 */
export function windowOf(asked: Partial<Window>, now: Instant, begins: Instant | null, voice: Voice): Window {
  const to = asked.to === undefined || asked.to > now ? now : asked.to;
  const weeks = startOfDay(trailingFrom(voice.dayOf(to)), voice.customs.timeZone);
  const trailing = begins !== null && begins > weeks && begins < to ? begins : weeks;
  const from = asked.from ?? trailing;
  if (asked.from !== undefined && asked.from >= to) {
    throw badInput('from', 'The plot would end before it begins. Choose an earlier beginning or a later end.');
  }
  if (from < instantAfter(to, -LONGEST_DAYS * MILLISECONDS_PER_DAY)) {
    throw badInput('from', 'A plot shows up to ten years. Choose a later beginning.');
  }
  return { from, to };
}

/** The moments to draw: both ends and each end of a day between them; of a long time the end of each week. */
export function momentsOf({ from, to }: Window, voice: Voice): Instant[] {
  const { timeZone } = voice.customs;
  const days = (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;
  const step = days > MOST_DAYS ? 7 : 1;
  const moments: Instant[] = [];
  for (let day = voice.dayOf(to); ; day = dayAfter(day, -step)) {
    const end = endOfDay(dayAfter(day, -1), timeZone);
    if (end <= from) break;
    moments.push(end);
  }
  return [from, ...moments.toReversed(), to];
}
