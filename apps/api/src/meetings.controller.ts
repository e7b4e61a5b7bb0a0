import { IdentifyVisitor, type Visitor } from '@stanch/people';
import { ReadCalendar, ReadMinutes } from '@stanch/meetings';
import { FindVoice } from '@stanch/notifications';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { policy } from './access-policy.js';

/** What stays of meetings, as files: they are opened, printed and attached outside of the app. */
@Controller('meetings')
export class MeetingsController {
  constructor(
    private readonly minutes: ReadMinutes,
    private readonly calendar: ReadCalendar,
    private readonly voices: FindVoice,
    private readonly identify: IdentifyVisitor,
  ) {}

  @Get('calendar.ics')
  async weekly(
    @Query('board') board: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const visitor = await this.visitorWhoMay('GET /meetings/calendar.ics', request);
    const { language } = await this.voices.of(visitor.personId);
    response.type('text/calendar').attachment('status-meeting.ics');
    return this.calendar.run(typeof board === 'string' ? board : null, language);
  }

  @Get(':id/minutes.pdf')
  async pdf(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.visitorWhoMay('GET /meetings/:id/minutes.pdf', request);
    const bytes = await this.minutes.inPdf(id);
    response.type('application/pdf').set('Content-Disposition', 'inline; filename="minutes.pdf"').send(bytes);
  }

  @Get(':id/minutes.md')
  async markdown(
    @Param('id') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.visitorWhoMay('GET /meetings/:id/minutes.md', request);
    const text = await this.minutes.inMarkdown(id);
    response.type('text/markdown').attachment('minutes.md');
    return text;
  }

  private async visitorWhoMay(row: string, request: Request): Promise<Visitor> {
    const visitor = await this.identify.run(this.identify.proofOf(request.headers));
    const refusal = policy.check(row, visitor);
    if (refusal) throw refusal;
    return visitor as Visitor;
  }
}
