import { badInput, Clock, notFound } from '@stanch/kernel';
import { painPointOf } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Decision } from '../domain/decision.js';
import type { Meeting } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Corrects what was decided, or takes it back, while the meeting runs. */
@Injectable()
export class ChangeDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly followers: TellFollowers,
    private readonly clock: Clock,
  ) {}

  /** What is left out stays; null takes the pain point away. */
  async correct(input: { id: string; text?: string | null; painPointId?: string | null }): Promise<Meeting> {
    return this.change(input.id, async (transaction, decision) => {
      if (input.text === null) throw badInput('text', 'The decision is missing. Please fill it in.');
      if (input.painPointId != null) await painPointOf(transaction, input.painPointId);
      const painPointId = input.painPointId === undefined ? decision.painPointId : input.painPointId;
      decision.correct(input.text ?? decision.text, painPointId);
    });
  }

  async takeBack(id: string): Promise<Meeting> {
    return this.change(id, async (_transaction, decision) => decision.takeBack(this.clock.now()));
  }

  private async change(
    id: string,
    act: (transaction: Transaction, decision: Decision) => Promise<void>,
  ): Promise<Meeting> {
    return this.unitOfWork.run(async (transaction) => {
      const decision = await transaction.em.findOne(Decision, { id, takenBackAt: null });
      if (!decision) throw notFound('decision');
      const meeting = await this.meetings.of(transaction, decision.meetingId);
      meeting.assertRunning('id');
      await act(transaction, decision);
      meeting.countChange();
      this.followers.run(transaction, meeting, 'decisions');
      return meeting;
    });
  }
}
