import { type Actor, EnterAsGuest } from '@stanch/people';
import { Injectable } from '@nestjs/common';
import { StoredMeetings } from '../persistence/stored-meetings.js';

/** Gives a code with which a phone becomes the remote of a meeting that runs. */
@Injectable()
export class OpenRemote {
  constructor(
    private readonly meetings: StoredMeetings,
    private readonly guests: EnterAsGuest,
  ) {}

  async run(actor: Actor, meetingId: string): Promise<{ code: string; until: string }> {
    const meeting = await this.meetings.one(meetingId);
    meeting.assertRunning();
    return this.guests.codeFor(actor, meeting.id);
  }
}
