import { badInput, type Day, dayIn } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Minutes } from '../domain/minutes.js';
import { minutesInMarkdown } from '../minutes/minutes-in-markdown.js';
import { minutesInPdf } from '../minutes/minutes-in-pdf.js';
import { type MinutesFrame, tellMinutes } from '../minutes/tell-minutes.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';

/** The minutes of a meeting, for those who tell of them. */
export interface ToldMinutes {
  readonly meetingId: string;
  readonly day: Day;
  readonly minutes: Minutes;
}

/** The minutes of a meeting, to be taken away. */
@Injectable()
export class ReadMinutes {
  constructor(
    private readonly meetings: StoredMeetings,
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
  ) {}

  /** The minutes as they were kept, with the day of the meeting where the workspace is. */
  async told(meetingId: string): Promise<ToldMinutes> {
    const minutes = await this.of(meetingId);
    const { timeZone } = await this.settings.current();
    return { meetingId, day: dayIn(minutes.startedAt, timeZone), minutes };
  }

  async inPdf(meetingId: string): Promise<Buffer> {
    return (await minutesInPdf(await this.of(meetingId), await this.frame(meetingId))).bytes;
  }

  async inMarkdown(meetingId: string): Promise<string> {
    return minutesInMarkdown(tellMinutes(await this.of(meetingId), await this.frame(meetingId)));
  }

  private async of(meetingId: string): Promise<Minutes> {
    const minutes = await this.meetings.minutes((await this.meetings.one(meetingId)).id);
    if (minutes) return minutes;
    throw badInput('meetingId', 'This meeting still runs. Its minutes are written when somebody ends it.');
  }

  private async frame(meetingId: string): Promise<MinutesFrame> {
    const { locale, timeZone } = await this.settings.current();
    return { locale, timeZone, url: `${this.configuration.publicUrl}/meetings/${meetingId}` };
  }
}
