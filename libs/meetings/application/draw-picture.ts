import { createRequire } from 'node:module';
import { Role } from '@stanch/people';
import { Injectable } from '@nestjs/common';
import { renderAsync } from '@resvg/resvg-js';
import { inLight, LIGHT_COLOURS } from '../domain/plots/colours.js';
import { type PlotRequest, ReadPlot } from './read-plot.js';

const require = createRequire(import.meta.url);

/** The fonts of the house as files that a program can draw with; those of the web app are packed for browsers. */
const FONTS = [
  require.resolve('@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf'),
  require.resolve('@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf'),
];

/** A plot as a picture, for where there is no page to draw it: mails, and printed minutes. */
export interface Picture {
  readonly png: Buffer;
  /** For whoever does not see it. */
  readonly alt: string;
  readonly how: string;
  /** As large as it is meant to be shown; the picture itself has `scale` times as many pixels. */
  readonly width: number;
  readonly height: number;
  /** There is nothing to draw; `alt` says why. */
  readonly empty: boolean;
}

/** How a picture looks, besides what it shows. */
interface PictureLook {
  /** Twice as sharp as a page needs it, since most screens are; more for print. */
  readonly scale?: number;
  /** On white paper, flush with what stands around it, rather than on paper of its own with a margin. */
  readonly onWhite?: boolean;
}

const SCALE = 2;
const WHITE = '#ffffff';
/** The paper around a plot, in sizes of its text. */
const MARGIN = 1;

/**
 * Draws a plot as a picture in the light theme, the same on every machine: with fonts of its own and none of the system.
 * It shows what everybody may see, since a picture goes wherever a mail goes.
 */
@Injectable()
export class DrawPicture {
  constructor(private readonly plots: ReadPlot) {}

  async run(request: PlotRequest, { scale = SCALE, onWhite = false }: PictureLook = {}): Promise<Picture> {
    const { width, height, textSize } = request;
    const margin = onWhite ? 0 : Math.round(textSize * MARGIN);
    const inside = { ...request, width: width - 2 * margin, height: height - 2 * margin, margin };
    const { svg, alt, how, empty } = await this.plots.run({ role: Role.VIEWER }, inside);
    const paper = onWhite ? WHITE : LIGHT_COLOURS.paper;
    const drawn = await renderAsync(inLight(svg, paper), {
      background: paper,
      fitTo: { mode: 'zoom', value: scale },
      font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Figtree' },
    });
    return { png: drawn.asPng(), alt, how, width, height, empty };
  }
}
