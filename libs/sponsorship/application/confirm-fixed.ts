import { Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import {
  BoardJournal,
  ChangeKind,
  type PainPoint,
  painPointOf,
  PlaceCard,
  ReadLinked,
  ReopenPainPoint,
  type Stage,
  StageCategory,
  StoredCards,
} from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Confirmation, type Confirming } from '../domain/confirmation.js';
import { Sponsorship } from '../domain/sponsorship.js';
import { FIX_CONFIRMED, type FixConfirmed, STILL_BLEEDING, type StillBleeding } from './events.js';

/** A sponsor's answer. */
export interface ConfirmFixedInput {
  painPointId: string;
  fixed: boolean;
  rating?: number | null;
  words?: string | null;
}

/** A sponsor says whether it is fixed: yes makes it confirmed, no brings it back to treating. */
@Injectable()
export class ConfirmFixed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
    private readonly reopen: ReopenPainPoint,
    private readonly journal: BoardJournal,
    private readonly linked: ReadLinked,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ConfirmFixedInput): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      painPoint.assertOnBoard('painPointId');
      const stages = await this.cards.stagesOf(transaction, painPoint.boardId);
      const who = await this.confirming(transaction, actor, painPoint, stages);
      const given = { ...input, id: this.ids.next(), personId: actor.personId, at: this.clock.now() };
      const answer = Confirmation.answer(given, who);
      if (!answer.fixed) painPoint.assertReopenable(answer.at);
      transaction.em.persist(answer);
      if (answer.fixed) await this.confirm(transaction, painPoint, stages, answer);
      else await this.bleedOn(transaction, painPoint, answer);
      return painPoint;
    });
  }

  /** What decides whether a person may answer for a pain point. */
  private async confirming(
    { em }: Transaction,
    actor: Actor,
    painPoint: Pick<PainPoint, 'id' | 'ownerId' | 'raiserId' | 'typedById' | 'stageId'>,
    stages: readonly Pick<Stage, 'id' | 'category'>[],
  ): Promise<Confirming> {
    const sponsorship = await em.findOne(Sponsorship, { painPointId: painPoint.id, personId: actor.personId });
    const tasks = (await this.linked.tasks([painPoint.id], 'all')).get(painPoint.id) ?? [];
    return {
      isSponsor: sponsorship !== null,
      onlyTypedIt: painPoint.typedById === actor.personId && painPoint.raiserId !== actor.personId,
      workedOnIt: painPoint.ownerId === actor.personId || tasks.some(({ task }) => task.assigneeId === actor.personId),
      category: stages.find(({ id }) => id === painPoint.stageId)?.category ?? '',
    };
  }

  private async confirm(
    transaction: Transaction,
    painPoint: PainPoint,
    stages: readonly Stage[],
    { personId, rating, words }: Confirmation,
  ): Promise<void> {
    const fixed = stages.findLast(({ category }) => category === StageCategory.FIXED);
    const stands = stages.find(({ id }) => id === painPoint.stageId);
    if (fixed && stands?.category !== StageCategory.FIXED) {
      await this.placeCard.run(transaction, personId, painPoint, fixed, {}, { answered: true });
    }
    painPoint.confirm();
    const said = ['Fixed', rating === null ? null : `${rating} of 5`, words || null].filter((part) => part !== null);
    await this.journal.write(transaction, painPoint, personId, [
      { kind: ChangeKind.CONFIRMED, field: 'confirmed', to: said.join(': ') },
    ]);
    const data: FixConfirmed = { painPointId: painPoint.id, personId, rating, words };
    await transaction.record({ type: FIX_CONFIRMED, data, actorId: personId });
  }

  private async bleedOn(
    transaction: Transaction,
    painPoint: PainPoint,
    { personId, words }: Confirmation,
  ): Promise<void> {
    await this.journal.write(transaction, painPoint, personId, [
      { kind: ChangeKind.CONFIRMED, field: 'confirmed', to: `Still bleeding: ${words}` },
    ]);
    await this.reopen.bleedAgain(transaction, personId, painPoint, words);
    const data: StillBleeding = { painPointId: painPoint.id, personId, words };
    await transaction.record({ type: STILL_BLEEDING, data, actorId: personId });
  }
}
