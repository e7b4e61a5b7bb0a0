import { badInput, type Day, dayIn } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Minutes } from '../domain/minutes.js';
import type { MinutesDocument } from '../minutes/minutes-document.js';
import { minutesInMarkdown } from '../minutes/minutes-in-markdown.js';
import { minutesInPdf, type MinutesPicture } from '../minutes/minutes-in-pdf.js';
import { type MinutesFrame, tellMinutes } from '../minutes/tell-minutes.js';
import { PlotKind } from '../domain/plots/plot-request.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { DrawPicture } from './draw-picture.js';

/** The minutes of a meeting, for those who tell of them. */
export interface ToldMinutes {
  readonly meetingId: string;
  readonly boardId: string;
  readonly day: Day;
  /** At what time the next one is: `HH:MM` where the workspace is. */
  readonly nextTime: string;
  readonly minutes: Minutes;
}

/** As wide as the text of a page, with letters of nine points; low, so that minutes stay at one to two pages. */
const PRINTED = { width: 760, height: 236, textSize: 14 };
const ON_PAPER = { scale: 3, onWhite: true };

/** The minutes of a meeting, to be taken away. */
@Injectable()
export class ReadMinutes {
  constructor(
    private readonly meetings: StoredMeetings,
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
    private readonly pictures: DrawPicture,
  ) {}

  /** The minutes as they were kept, with the day of the meeting where the workspace is. */
  async told(meetingId: string): Promise<ToldMinutes> {
    const { boardId, minutes } = await this.of(meetingId);
    const { timeZone, meetingTime } = await this.settings.current();
    return { meetingId, boardId, day: dayIn(minutes.startedAt, timeZone), nextTime: meetingTime, minutes };
  }

  async inPdf(meetingId: string): Promise<Buffer> {
    const { boardId, minutes } = await this.of(meetingId);
    return (await minutesInPdf(minutes, await this.frame(meetingId), await this.bleeding(boardId, minutes))).bytes;
  }

  async inMarkdown(meetingId: string): Promise<string> {
    const { minutes } = await this.of(meetingId);
    return minutesInMarkdown(tellMinutes(minutes, await this.frame(meetingId)));
  }

  /** Every line of them, for where nothing has to fit on two pages. */
  async whole(meetingId: string): Promise<MinutesDocument> {
    const { minutes } = await this.of(meetingId);
    return tellMinutes(minutes, await this.frame(meetingId), Infinity);
  }

  /** What bled over the weeks up to the end of the meeting, exactly as it was then; null when nothing did. */
  private async bleeding(boardId: string, { endedAt: to, timeZone }: Minutes): Promise<MinutesPicture | null> {
    const picture = await this.pictures.run({ kind: PlotKind.BLEEDING, boardId, to, timeZone, ...PRINTED }, ON_PAPER);
    return picture.empty ? null : picture;
  }

  private async of(meetingId: string): Promise<{ boardId: string; minutes: Minutes }> {
    const { id, boardId } = await this.meetings.one(meetingId);
    const minutes = await this.meetings.minutes(id);
    if (minutes) return { boardId, minutes };
    throw badInput('meetingId', 'This meeting still runs. Its minutes are written when somebody ends it.');
  }

  private async frame(meetingId: string): Promise<MinutesFrame> {
    const { locale, timeZone } = await this.settings.current();
    return { locale, timeZone, url: `${this.configuration.publicUrl}/meetings/${meetingId}` };
  }
}
