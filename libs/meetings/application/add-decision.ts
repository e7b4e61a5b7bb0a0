import { Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { painPointOf } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Decision } from '../domain/decision.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Writes down what the meeting decided. */
@Injectable()
export class AddDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly followers: TellFollowers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { meetingId: string; text: string; painPointId?: string | null }): Promise<Decision> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, input.meetingId);
      meeting.assertRunning();
      if (input.painPointId != null) await painPointOf(transaction, input.painPointId);
      const decision = Decision.take({
        id: this.ids.next(),
        meetingId: meeting.id,
        text: input.text,
        painPointId: input.painPointId ?? null,
        at: this.clock.now(),
        byId: actor.personId,
      });
      transaction.em.persist(decision);
      meeting.countChange();
      this.followers.run(transaction, meeting, 'decisions');
      return decision;
    });
  }
}
