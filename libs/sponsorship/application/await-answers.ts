import { Clock } from '@stanch/kernel';
import { painPointOf, PlaceCard, StageCategory, StoredCards } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ConfirmationRequest, timesOutBefore } from '../domain/confirmation-request.js';
import { StoredRequests } from '../persistence/stored-requests.js';
import { SPONSOR_REMINDED, type SponsorReminded } from './events.js';

/** Waits for answers: reminds once, and in the end lets a pain point count as fixed, unconfirmed. */
@Injectable()
export class AwaitAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
    private readonly requests: StoredRequests,
    private readonly clock: Clock,
  ) {}

  /** Reminds whoever has not answered for days, each once. Says how many were reminded. */
  async remind(): Promise<number> {
    let reminded = 0;
    for (const id of await this.requests.toRemind(this.clock.now())) {
      reminded += await this.unitOfWork.run(async (transaction) => {
        const request = await transaction.em.findOne(ConfirmationRequest, { id });
        if (!request?.remind(this.clock.now())) return 0;
        const { painPointId, personId } = request;
        const data: SponsorReminded = { painPointId, personId, requestId: id };
        await transaction.record({ type: SPONSOR_REMINDED, data, actorId: null });
        return 1;
      });
    }
    return reminded;
  }

  /** Puts what waited too long in checking to fixed. Nobody confirmed it: it is drawn and counted so. */
  async timeOut(): Promise<number> {
    let timedOut = 0;
    for (const painPointId of await this.requests.inCheckingSince(timesOutBefore(this.clock.now()))) {
      timedOut += await this.unitOfWork.run(async (transaction) => {
        const painPoint = await painPointOf(transaction, painPointId);
        const stages = await this.cards.stagesOf(transaction, painPoint.boardId);
        const stage = stages.find(({ id }) => id === painPoint.stageId);
        const fixed = stages.findLast(({ category }) => category === StageCategory.FIXED);
        if (!painPoint.onBoard || stage?.category !== StageCategory.CHECKING || !fixed) return 0;
        const since = (await this.requests.askedSince(transaction, painPointId)) ?? painPoint.enteredStageAt;
        if (since > timesOutBefore(this.clock.now())) return 0;
        await this.placeCard.run(transaction, null, painPoint, fixed, {}, { answered: true });
        return 1;
      });
    }
    return timedOut;
  }
}
