/** A plot is so high for its width, within what can be read and what fits a screen; in sizes of its text. */
const LYING = { share: 0.46, least: 19, most: 27 };
/** In a hand there is more room below than beside. */
const STANDING = { share: 1.12, upTo: 30 };

/** Below so many sizes of its text a plot is not drawn. */
export const NARROWEST = 16;

/** How high a plot is that is as wide as its place. */
export function heightOfPlot(width: number, textSize: number): number {
  const share = width < STANDING.upTo * textSize ? STANDING.share : LYING.share;
  return Math.round(Math.max(LYING.least * textSize, Math.min(LYING.most * textSize, width * share)));
}
