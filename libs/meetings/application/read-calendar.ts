import { Clock, type Day, dayIn } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { calendarFile } from '../calendar/calendar-file.js';
import type { MailLanguage } from '../domain/mail-language.js';
import { ArrangeAgenda } from './arrange-agenda.js';

/** The weekly meeting for people's calendars. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly agenda: ArrangeAgenda,
    private readonly board: ReadBoard,
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** Of a board, by default the default one, in a language; repeated from a day on, by default from today. */
  async run(boardId: string | null, language: MailLanguage, from?: Day): Promise<string> {
    const board = await this.board.board(boardId);
    const { planned } = await this.agenda.read(board.id);
    const { name, meetingWeekday, meetingTime, timeZone, holidays } = await this.settings.current();
    const { publicUrl } = this.configuration;
    const now = this.clock.now();
    return calendarFile({
      boardId: board.id,
      boardName: board.name,
      workspace: name,
      language,
      weekday: meetingWeekday,
      time: meetingTime,
      timeZone,
      minutes: planned.reduce((sum, { minutes }) => sum + minutes, 0),
      holidays: holidays.map(({ day }) => day),
      url: `${publicUrl}/present`,
      host: new URL(publicUrl).hostname,
      from: from ?? dayIn(now, timeZone),
      now,
    });
  }
}
