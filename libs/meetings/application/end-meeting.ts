import { Clock } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import { boardOf } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Meeting, MeetingState } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { MEETING_ENDED, type MeetingEnded } from './events.js';
import { ReadContent } from './read-content.js';
import { TellFollowers } from './tell-followers.js';

/** Ends a meeting and keeps its minutes for ever; one that has ended stays as it is. */
@Injectable()
export class EndMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly content: ReadContent,
    private readonly people: People,
    private readonly followers: TellFollowers,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, meetingId: string): Promise<Meeting> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, meetingId);
      if (meeting.state === MeetingState.ENDED) return meeting;
      const { boardId, startedAt, startedById } = meeting;
      const endedAt = this.clock.now();
      const content = await (await this.content.live(meeting)).whole();
      const board = await boardOf(transaction, boardId);
      await this.meetings.keepMinutes(transaction, meetingId, {
        version: 1,
        board: board.name,
        startedAt,
        startedBy: await this.nameOf(startedById),
        endedAt,
        endedBy: await this.nameOf(actor.personId),
        ...content,
      });
      meeting.end(actor.personId, endedAt);
      const data: MeetingEnded = { meetingId, boardId };
      await transaction.record({ type: MEETING_ENDED, data, actorId: actor.personId });
      this.followers.run(transaction, meeting, 'ended');
      return meeting;
    });
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.people.byId(personId))?.name ?? '';
  }
}
