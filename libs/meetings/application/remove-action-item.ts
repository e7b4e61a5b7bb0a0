import { notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { DropTask } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Takes back what somebody was asked to do, while the meeting runs. */
@Injectable()
export class RemoveActionItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly dropTask: DropTask,
    private readonly followers: TellFollowers,
  ) {}

  async run(actor: Actor, { meetingId, taskId }: { meetingId: string; taskId: string }): Promise<Meeting> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, meetingId);
      meeting.assertRunning();
      if (!(await this.meetings.forgetAction(transaction, meetingId, taskId))) throw notFound('action item');
      await this.dropTask.run(actor, taskId);
      meeting.countChange();
      this.followers.run(transaction, meeting, 'actions');
      return meeting;
    });
  }
}
