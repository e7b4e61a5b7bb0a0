import { badInput } from '@stanch/kernel';
import { Live } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { meetingTopic, newsOf, SteerCommand, type Steering } from './tell-followers.js';

/** Hands what a remote asks for to the screen that presents. Nothing is kept: the screen then says where it stands. */
@Injectable()
export class SteerMeeting {
  constructor(
    private readonly meetings: StoredMeetings,
    private readonly live: Live,
  ) {}

  async run(meetingId: string, steering: Steering): Promise<void> {
    const meeting = await this.meetings.one(meetingId);
    meeting.assertRunning();
    const { command, step } = steering;
    if (command === SteerCommand.STEP && !meeting.steps.some(({ kind }) => kind === step)) {
      throw badInput('step', 'This step is not on the agenda of this meeting. Choose one that is.');
    }
    this.live.publish(meetingTopic(meeting.id), { ...newsOf(meeting, 'steered'), steering });
  }
}
