import { DrawPicture, type Picture, PlotKind, ReadCalendar } from '@stanch/meetings';
import { Injectable, Logger } from '@nestjs/common';
import type { Notice, NoticedPlot } from '../domain/notice.js';
import type { EnclosedFile } from '../email/mail-server.js';
import type { Voice } from '../email/voice.js';

/** As wide as the text of a mail, with letters that can still be read when a phone shows it at two thirds of its size. */
const SIZE = { width: 548, height: 320, textSize: 18 };
/** So many pictures are kept: those of a meeting or a week, in each language. */
const MOST_KEPT = 6;

/**
 * What goes with a mail besides its words: pictures and calendar files. They are made when the mail is handed over and
 * stored nowhere; a picture shows the recorded past up to a moment, so it is the same whenever the mail is tried again.
 */
@Injectable()
export class EncloseFiles {
  private readonly log = new Logger(EncloseFiles.name);
  /** A mail to five hundred people is drawn once in each language. */
  private readonly kept = new Map<string, Promise<Picture | null>>();

  constructor(
    private readonly pictures: DrawPicture,
    private readonly calendar: ReadCalendar,
  ) {}

  /** The plot of a mail, for a reader of this voice; null when it has none, or there is nothing to see on it. */
  async plotOf({ plot }: Notice, { language, locale }: Voice): Promise<Picture | null> {
    if (plot === undefined) return null;
    const key = JSON.stringify([plot, language, locale]);
    const kept = this.kept.get(key);
    if (kept) return kept;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    const drawn = this.draw(plot, { language, locale }).catch((reason: unknown) => {
      // A mail without its picture still says it all in words.
      this.log.error(reason);
      this.kept.delete(key);
      return null;
    });
    this.kept.set(key, drawn);
    return drawn;
  }

  /** The weekly meeting for the calendar of a reader of this voice, from the next one on; null when the mail is about none. */
  async calendarOf({ meeting, plot }: Notice, { language }: Voice): Promise<EnclosedFile | null> {
    if (meeting?.next === undefined || plot === undefined) return null;
    const content = await this.calendar.run(plot.boardId, language, meeting.next.day);
    return { cid: null, name: 'status-meeting.ics', type: 'text/calendar; charset=utf-8; method=PUBLISH', content };
  }

  private async draw({ boardId, until: to }: NoticedPlot, spoken: Pick<Voice, 'language' | 'locale'>) {
    const picture = await this.pictures.run({ kind: PlotKind.BLEEDING, boardId, to, spoken, ...SIZE });
    return picture.empty ? null : picture;
  }
}
