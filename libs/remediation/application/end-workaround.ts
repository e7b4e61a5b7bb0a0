import { Clock, requiredText } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import { BoardJournal } from './board-journal.js';
import { WORKAROUND_ENDED, type WorkaroundEnded } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { UpdatePainPoint } from './update-pain-point.js';

const LONGEST_REASON = 2_000;

/** A workaround helps no longer: it bleeds as before, and its sponsors read why. */
@Injectable()
export class EndWorkaround {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly updates: UpdatePainPoint,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { painPointId: string; reason: string }): Promise<PainPoint> {
    const reason = requiredText('reason', 'The reason, which its sponsors read,', input.reason, LONGEST_REASON);
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      const before = painPoint.slowing();
      const changes = painPoint.endWorkaround(this.clock.now());
      await this.journal.write(transaction, painPoint, actor.personId, [
        {
          kind: ChangeKind.WORKAROUND,
          field: 'workaround.ended',
          from: before.workaround?.words,
          to: reason,
          oldValue: before,
          newValue: painPoint.slowing(),
        },
        ...(await this.updates.entriesOf(changes)),
      ]);
      const data: WorkaroundEnded = { painPointId: painPoint.id, reason };
      await transaction.record({ type: WORKAROUND_ENDED, data, actorId: actor.personId });
      return painPoint;
    });
  }
}
