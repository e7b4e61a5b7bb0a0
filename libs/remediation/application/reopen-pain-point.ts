import { badInput, Clock, forbidden, requiredText } from '@stanch/kernel';
import { type Actor, atLeast, Role } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import { type Stage, StageCategory } from '../domain/stage.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_REOPENED, type PainPointReopened } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { PlaceCard } from './place-card.js';
import { SponsorLinks } from './sponsor-links.js';

const LONGEST_REASON = 2_000;

/** Brings a parked or declined pain point back to the board, or a fixed one back to treating. */
@Injectable()
export class ReopenPainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
    private readonly journal: BoardJournal,
    private readonly sponsors: SponsorLinks,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { id: string; reason: string }): Promise<PainPoint> {
    const reason = requiredText('reason', 'The reason', input.reason, LONGEST_REASON);
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.id);
      await this.assertMayReopen(actor, painPoint);
      if (painPoint.closedAt !== null) await this.bringBack(transaction, actor, painPoint, reason);
      else await this.bleedAgain(transaction, actor.personId, painPoint, reason);
      return painPoint;
    });
  }

  /** A fixed or checked pain point goes back to treating; the reopening is counted. In the caller's transaction. */
  async bleedAgain(transaction: Transaction, actorId: string, painPoint: PainPoint, reason: string): Promise<void> {
    const stages = await this.cards.stagesOf(transaction, painPoint.boardId);
    const now = stages.find(({ id }) => id === painPoint.stageId);
    if (now?.category !== StageCategory.FIXED && now?.category !== StageCategory.CHECKING) {
      throw badInput('id', `${painPoint.key} is still on its way; there is nothing to reopen.`);
    }
    painPoint.countReopening(this.clock.now());
    await this.placeCard.run(transaction, actorId, painPoint, treatingOf(stages), {}, { answered: true });
    await this.tell(transaction, actorId, painPoint, reason, true);
  }

  private async bringBack(transaction: Transaction, actor: Actor, painPoint: PainPoint, reason: string): Promise<void> {
    const stages = await this.cards.stagesOf(transaction, painPoint.boardId);
    const stage = stages.find(({ id }) => id === painPoint.stageId) ?? (stages[0] as Stage);
    painPoint.comeBack(stage, await this.cards.rankAtEnd(transaction, stage.id), this.clock.now());
    await this.tell(transaction, actor.personId, painPoint, reason, false);
  }

  private async tell(
    transaction: Transaction,
    actorId: string,
    painPoint: PainPoint,
    reason: string,
    bledAgain: boolean,
  ): Promise<void> {
    await this.journal.write(transaction, painPoint, actorId, [
      { kind: ChangeKind.REOPENED, field: 'closed', to: reason },
    ]);
    const data: PainPointReopened = { painPointId: painPoint.id, reason, bledAgain };
    await transaction.record({ type: PAIN_POINT_REOPENED, data, actorId });
  }

  private async assertMayReopen(actor: Actor, painPoint: PainPoint): Promise<void> {
    if (atLeast(actor.role, Role.IT)) return;
    if (!(await this.sponsors.isSponsor(painPoint.id, actor.personId))) {
      throw forbidden('Only its sponsors and IT can bring this pain point back.');
    }
    if (painPoint.closedAt !== null) throw forbidden(`${painPoint.key} has left the board. Please talk to IT.`);
    painPoint.assertReopenable(this.clock.now());
  }
}

/** Where a card goes that bleeds again: the first treating stage, or the start of a board without one. */
function treatingOf(stages: readonly Stage[]): Stage {
  return stages.find(({ category }) => category === StageCategory.TREATING) ?? (stages[0] as Stage);
}
