import { Clock, type Day } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { AddTask, Visibility } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** What somebody is asked to do; without pain points it belongs to the meeting alone. */
export interface AddActionItemInput {
  meetingId: string;
  title: string;
  painPointIds?: string[] | null;
  assigneeId?: string | null;
  dueOn?: Day | null;
}

/** Gives somebody something to do. It was said in the room, so its sponsors may see it. */
@Injectable()
export class AddActionItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly addTask: AddTask,
    private readonly followers: TellFollowers,
    private readonly clock: Clock,
  ) {}

  /** The id of the task. */
  async run(actor: Actor, { meetingId, painPointIds, ...input }: AddActionItemInput): Promise<string> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, meetingId);
      meeting.assertRunning();
      const { title, assigneeId, dueOn } = input;
      const { id: taskId } = await this.addTask.run(actor, {
        title,
        assigneeId,
        dueOn,
        painPointIds: painPointIds ?? [],
        visibility: Visibility.SHARED,
        standsAlone: true,
      });
      await this.meetings.noteAction(transaction, { meetingId, taskId, at: this.clock.now(), byId: actor.personId });
      meeting.countChange();
      this.followers.run(transaction, meeting, 'actions');
      return taskId;
    });
  }
}
