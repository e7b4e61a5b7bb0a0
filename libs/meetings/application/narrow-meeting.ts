import type { Actor } from '@stanch/people';
import { type PainPointFilter, ReadPainPoints } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../domain/meeting.js';
import { sliceForAll } from '../domain/slice.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Narrows a meeting to a slice of its board, for all who follow; its minutes are of the whole board all the same. */
@Injectable()
export class NarrowMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly painPoints: ReadPainPoints,
    private readonly followers: TellFollowers,
  ) {}

  async run(actor: Actor, meetingId: string, filter: PainPointFilter | null | undefined): Promise<Meeting> {
    const slice = sliceForAll(filter, actor.personId);
    // A filter that the board would refuse is refused here too, not each time that somebody looks.
    if (slice) await this.painPoints.idsWithin(slice.byId, slice.filter);
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, meetingId);
      if (meeting.narrow(slice)) this.followers.run(transaction, meeting, 'slice');
      return meeting;
    });
  }
}
