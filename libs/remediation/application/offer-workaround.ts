import { Clock } from '@stanch/kernel';
import { type Actor, WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { hoursPerWeek } from '../domain/bleeding.js';
import { ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import { BoardJournal } from './board-journal.js';
import { WORKAROUND_OFFERED, type WorkaroundOffered } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { UpdatePainPoint } from './update-pain-point.js';

/** What helps meanwhile, and what is left of the pain with it; a figure that is not given stays as it is. */
export interface OfferWorkaroundInput {
  painPointId: string;
  words: string;
  peopleAffected?: number | null;
  hoursLostPerPersonPerWeek?: number | null;
  directCostPerWeek?: number | null;
}

/** Offers something that makes it hurt less until it is fixed, or something better than what was offered before. */
@Injectable()
export class OfferWorkaround {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
    private readonly updates: UpdatePainPoint,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: OfferWorkaroundInput): Promise<PainPoint> {
    const { hourlyCost } = await this.settings.current();
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      const before = painPoint.slowing();
      const offer = { words: input.words, estimate: figuresIn(input) };
      const changes = painPoint.offerWorkaround(offer, actor.personId, this.clock.now(), hourlyCost);
      const after = painPoint.slowing();
      const words = after.workaround?.words ?? '';
      await this.journal.write(transaction, painPoint, actor.personId, [
        {
          kind: ChangeKind.WORKAROUND,
          field: 'workaround',
          from: before.workaround?.words,
          to: words,
          oldValue: before,
          newValue: after,
        },
        ...(await this.updates.entriesOf(changes)),
      ]);
      const data: WorkaroundOffered = {
        painPointId: painPoint.id,
        words,
        hoursBefore: hoursPerWeek(before.estimate),
        hoursLeft: hoursPerWeek(after.estimate),
      };
      await transaction.record({ type: WORKAROUND_OFFERED, data, actorId: actor.personId });
      return painPoint;
    });
  }
}

/** Absent and null both mean "as it is". */
function figuresIn({ peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek }: OfferWorkaroundInput) {
  return {
    ...(peopleAffected == null ? {} : { peopleAffected }),
    ...(hoursLostPerPersonPerWeek == null ? {} : { hoursLostPerPersonPerWeek }),
    ...(directCostPerWeek == null ? {} : { directCostPerWeek }),
  };
}
