import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Instant } from '@stanch/kernel';
import type { Minutes } from '../domain/minutes.js';
import type { Block, Figure, Item, MinutesDocument } from './minutes-document.js';
import { type MinutesFrame, MOST_LINES, tellMinutes } from './tell-minutes.js';

/** A plot that stands in the minutes. */
export interface MinutesPicture {
  readonly png: Buffer;
  /** What it shows, in a sentence. */
  readonly alt: string;
  /** How it was computed. */
  readonly how: string;
}

/** A PDF and how many pages it has. */
interface MinutesPdf {
  readonly bytes: Buffer;
  readonly pages: number;
}

const require = createRequire(import.meta.url);
const font = (path: string) => require.resolve(`@expo-google-fonts/${path}.ttf`);
const FONTS = {
  serif: font('newsreader/500Medium/Newsreader_500Medium'),
  text: font('figtree/400Regular/Figtree_400Regular'),
  strong: font('figtree/600SemiBold/Figtree_600SemiBold'),
  otherText: font('noto-sans/400Regular/NotoSans_400Regular'),
  otherStrong: font('noto-sans/600SemiBold/NotoSans_600SemiBold'),
};
type Face = 'serif' | 'text' | 'strong';
/** What the faces of the app have no letters for. */
const OTHER_SCRIPTS = /[\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** What no face here has letters for: the faces of all scripts together are larger than everything else. */
const UNPRINTABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u;
const UNPRINTED =
  'Letters of a script that cannot be printed here stand as empty boxes; the page of these minutes shows them all.';

const INK = '#1b2528';
const SOFT = '#4a565a';
const LINE = '#c4baa6';
/** Points, 72 to an inch. */
const MARGIN = 54;
const GAP = 18;
const COLUMNS = 4;
/** A row of figures is so high. */
const FIGURES = 62;
/** Where paper is cut to inches rather than to ISO 216. */
const LETTER_REGIONS = ['US', 'CA', 'MX', 'PH', 'CL', 'CO'];

/** Where there are more, fewer lines of one kind are told until it all fits. */
const MOST_PAGES = 2;

/**
 * Draws minutes as a PDF of one to two pages with real text, a title, a language and tags, so that they can be searched,
 * copied and read aloud. The same minutes always give the same bytes. What was decided and is to be done stands in it
 * whole, and takes more pages should it need them.
 */
export async function minutesInPdf(
  minutes: Minutes,
  frame: MinutesFrame,
  picture: MinutesPicture | null = null,
): Promise<MinutesPdf> {
  const drawn = (lines: number) => draw(tellMinutes(minutes, frame, lines), frame.locale, minutes.endedAt, picture);
  const whole = await drawn(MOST_LINES);
  if (whole.pages <= MOST_PAGES) return whole;
  // The more lines, the more pages: the most that fit are found by halves.
  let [fits, tooMany] = [1, MOST_LINES];
  let best = await drawn(fits);
  while (tooMany - fits > 1) {
    const lines = Math.floor((fits + tooMany) / 2);
    const pdf = await drawn(lines);
    if (pdf.pages > MOST_PAGES) tooMany = lines;
    else [fits, best] = [lines, pdf];
  }
  return best;
}

async function draw(
  document: MinutesDocument,
  locale: string,
  endedAt: Instant,
  picture: MinutesPicture | null,
): Promise<MinutesPdf> {
  const page = new MinutesPage(await emptyPdf(document.title, locale, endedAt));
  const bytes = buffer(page.pdf);
  page.draw(document, picture);
  return { bytes: await bytes, pages: page.pages };
}

async function emptyPdf(title: string, locale: string, endedAt: Instant): Promise<PDFKit.PDFDocument> {
  // Loaded with the first PDF only: with its fonts it is as large as a fifth of the server.
  const { default: PDFDocument } = await import('pdfkit');
  const region = new Intl.Locale(locale).maximize().region ?? '';
  const at = new Date(endedAt);
  return new PDFDocument({
    size: LETTER_REGIONS.includes(region) ? 'LETTER' : 'A4',
    margin: MARGIN,
    lang: 'en',
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: title, Creator: 'Stanch', CreationDate: at, ModDate: at },
    bufferPages: true,
  });
}

class MinutesPage {
  pages = 1;
  /** Something was typed that this PDF has no letters for. */
  private unprinted = false;
  private readonly width: number;
  private readonly tree: PDFKit.PDFStructureElement;

  constructor(readonly pdf: PDFKit.PDFDocument) {
    this.pdf.on('pageAdded', () => (this.pages += 1));
    for (const [name, file] of Object.entries(FONTS)) this.pdf.registerFont(name, file);
    this.width = this.pdf.page.width - 2 * MARGIN;
    this.tree = this.pdf.struct('Document');
    this.pdf.addStructure(this.tree);
  }

  draw({ title, subtitle, url, sections, foot }: MinutesDocument, picture: MinutesPicture | null): void {
    this.say('H1', title, { font: 'serif', size: 24 });
    this.say('P', subtitle, { size: 10.5, color: SOFT, above: 4 });
    for (const section of sections) {
      const [first] = section.blocks;
      this.heading(section.title, first?.kind === 'figures' ? Math.ceil(first.figures.length / COLUMNS) * FIGURES : 0);
      for (const block of section.blocks) this.block(block);
      if (picture !== null && section.blocks.some(({ kind }) => kind === 'figures')) {
        this.picture(picture, url);
        picture = null;
      }
    }
    if (this.unprinted) this.say('P', UNPRINTED, { size: 8.5, color: SOFT, above: GAP });
    this.say('P', `${foot} ${url}`, { size: 8.5, color: SOFT, above: GAP, link: url });
    this.tree.end();
    this.numberPages();
    this.pdf.end();
  }

  /** A heading never stands alone at the foot of a page, nor apart from what is as high as this below it. */
  private heading(title: string, below: number): void {
    this.room(Math.max(70, 40 + below));
    this.pdf.y += GAP;
    const { x, y } = { x: MARGIN, y: this.pdf.y };
    this.mark('Artifact', () =>
      this.pdf
        .moveTo(x, y)
        .lineTo(x + this.width, y)
        .lineWidth(0.7)
        .stroke(LINE),
    );
    this.pdf.y = y + 6;
    this.say('H2', title, { font: 'serif', size: 14 });
    this.pdf.y += 3;
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'text':
        return this.say('P', block.text, { size: 10.5, color: SOFT });
      case 'facts':
        for (const [label, text] of block.facts) this.say('P', text, { size: 10, lead: `${label}: ` });
        return;
      case 'figures':
        return this.figures(block.figures);
      case 'list':
        for (const [at, item] of block.items.entries()) this.item(item, block.numbered ? `${at + 1}. ` : '');
    }
  }

  private item({ lead, text, more }: Item, number: string): void {
    const size = 10;
    const ends = /[.!?…]$/u.test(lead) ? ' ' : '. ';
    const said = `${number}${lead}${text ? ends : ''}`;
    this.room(this.heightOf(`${said}${text ?? ''}`, size) + (more ? this.heightOf(more, 8.5) : 0) + 6);
    this.say('P', text ?? '', { size, lead: said, above: 3 });
    if (more) this.say('P', more, { size: 8.5, color: SOFT });
  }

  private figures(figures: readonly Figure[]): void {
    const column = (this.width - (COLUMNS - 1) * 14) / COLUMNS;
    for (let first = 0; first < figures.length; first += COLUMNS) {
      const row = figures.slice(first, first + COLUMNS);
      this.room(FIGURES);
      const top = this.pdf.y + 4;
      const ends = row.map(({ name, value, more }, at) => {
        const place = { x: MARGIN + at * (column + 14), width: column };
        this.say('P', value, { font: 'serif', size: 17, y: top, ...place });
        this.say('P', name, { size: 9, ...place });
        if (more) this.say('P', more, { size: 8, color: SOFT, ...place });
        return this.pdf.y;
      });
      this.pdf.y = Math.max(...ends) + 4;
    }
  }

  private picture({ png, alt, how }: MinutesPicture, url: string): void {
    const { width, height: tall } = sizeOfPng(png);
    const height = (this.width / width) * tall;
    const words = `${how} The figures behind it stand as a table on the page of these minutes.`;
    this.room(height + this.heightOf(words, 8) + 16);
    const y = this.pdf.y + 8;
    const figure = this.pdf.struct('Figure', { alt }, () => {
      this.pdf.image(png, MARGIN, y, { width: this.width, height });
    });
    this.tree.add(figure);
    this.pdf.y = y + height;
    this.say('P', words, { size: 8, color: SOFT, above: 6, link: url });
  }

  private say(
    tag: 'H1' | 'H2' | 'P',
    text: string,
    style: {
      font?: Face;
      size: number;
      color?: string;
      above?: number;
      lead?: string;
      link?: string;
      x?: number;
      y?: number;
      width?: number;
    },
  ): void {
    const { font: face = 'text', size, color = INK, above = 0, lead, link, x = MARGIN, width = this.width } = style;
    const y = (style.y ?? this.pdf.y) + above;
    this.tree.add(
      this.pdf.struct(tag, {}, () => {
        const options = { width, lineGap: size * 0.18, link: link ?? null };
        this.pdf.fontSize(size).fillColor(color);
        if (lead === undefined) return void this.face(face, text).text(text, x, y, options);
        this.face('strong', lead).text(lead, x, y, { ...options, continued: text !== '' });
        if (text !== '') this.face(face, text).text(text, options);
      }),
    );
  }

  private face(face: Face, text: string): PDFKit.PDFDocument {
    this.unprinted ||= UNPRINTABLE.test(text);
    if (!OTHER_SCRIPTS.test(text)) return this.pdf.font(face);
    return this.pdf.font(face === 'text' ? 'otherText' : 'otherStrong');
  }

  private mark(kind: 'Artifact', draw: () => void): void {
    this.pdf.markContent(kind, { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  private heightOf(text: string, size: number): number {
    return this.pdf
      .font('text')
      .fontSize(size)
      .heightOfString(text, { width: this.width, lineGap: size * 0.18 });
  }

  /** Begins a new page when less than this is left of the present one. */
  private room(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - MARGIN) this.pdf.addPage();
  }

  private numberPages(): void {
    if (this.pages < 2) return;
    for (let at = 0; at < this.pages; at += 1) {
      this.pdf.switchToPage(at);
      const { margins, height } = this.pdf.page;
      // Text below the margin would begin a new page.
      this.pdf.page.margins = { ...margins, bottom: 0 };
      const options = { width: this.width, align: 'right', lineBreak: false } as const;
      this.mark('Artifact', () =>
        this.pdf
          .font('text')
          .fontSize(8.5)
          .fillColor(SOFT)
          .text(`${at + 1} of ${this.pages}`, MARGIN, height - 34, options),
      );
      this.pdf.page.margins = margins;
    }
  }
}

/** The size of a PNG in pixels, which stands at the same place in each. */
function sizeOfPng(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
