import { Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { boardOf, type PainPointFilter, ReadPainPoints } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Agenda } from '../domain/agenda.js';
import { Meeting } from '../domain/meeting.js';
import { sliceForAll } from '../domain/slice.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { MEETING_STARTED, type MeetingStarted } from './events.js';
import { TellFollowers } from './tell-followers.js';

/** Whose meeting begins, and which slice of the board it shows first. */
export interface StartMeetingInput {
  boardId?: string | null;
  filter?: PainPointFilter | null;
}

/** Begins the meeting of a board; one that runs goes on, whoever starts it again. */
@Injectable()
export class StartMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly painPoints: ReadPainPoints,
    private readonly followers: TellFollowers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: StartMeetingInput): Promise<Meeting> {
    const slice = sliceForAll(input.filter, actor.personId);
    if (slice) await this.painPoints.idsWithin(slice.byId, slice.filter);
    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const { id: boardId } = await boardOf(transaction, input.boardId);
      const running = await this.meetings.running(transaction, boardId);
      if (running) return running;
      const agenda = (await em.findOne(Agenda, { boardId })) ?? Agenda.of(boardId);
      const meeting = Meeting.start({
        id: this.ids.next(),
        boardId,
        byId: actor.personId,
        now: this.clock.now(),
        steps: agenda.planned,
        since: await this.meetings.lastEndedAt(transaction, boardId),
        slice,
      });
      em.persist(meeting);
      await em.flush();
      await this.meetings.noteShown(transaction, this.ids, meeting);
      const data: MeetingStarted = { meetingId: meeting.id, boardId };
      await transaction.record({ type: MEETING_STARTED, data, actorId: actor.personId });
      this.followers.run(transaction, meeting, 'started');
      return meeting;
    });
  }
}
