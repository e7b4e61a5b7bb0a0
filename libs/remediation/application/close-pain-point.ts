import { Clock } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { CloseReason, PainPoint } from '../domain/pain-point.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_CLOSED, type PainPointClosed } from './events.js';
import { painPointOf } from './find-or-refuse.js';

/** Parks or declines a pain point; its sponsors read the reason. */
@Injectable()
export class ClosePainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { id: string; as: CloseReason; reason: string }): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.id);
      painPoint.close(input.as, input.reason, actor.personId, this.clock.now());
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.CLOSED, field: 'closed', to: painPoint.closedReason, newValue: input.as },
      ]);
      const data: PainPointClosed = { painPointId: painPoint.id, as: input.as, reason: painPoint.closedReason ?? '' };
      await transaction.record({ type: PAIN_POINT_CLOSED, data, actorId: actor.personId });
      return painPoint;
    });
  }
}
