import { badInput } from '@stanch/kernel';
import { People } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Says who is there and who could not come. */
@Injectable()
export class MarkPresent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly people: People,
    private readonly followers: TellFollowers,
  ) {}

  /** With null it is not known any more. */
  async run(input: { meetingId: string; personId: string; present?: boolean | null }): Promise<Meeting> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, input.meetingId);
      meeting.assertRunning();
      if (!(await this.people.byId(input.personId))) {
        throw badInput('personId', 'There is no such person. Choose one of the list.');
      }
      await this.meetings.noteAttendance(transaction, { ...input, present: input.present ?? null });
      meeting.countChange();
      this.followers.run(transaction, meeting, 'attendance');
      return meeting;
    });
  }
}
