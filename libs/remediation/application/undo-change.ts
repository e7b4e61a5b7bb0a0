import { badInput, Clock, conflict, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Change, ChangeKind, UNDOABLE_KINDS } from '../domain/change.js';
import type { EditableField, PainPoint } from '../domain/pain-point.js';
import { Stage } from '../domain/stage.js';
import { StoredCards } from '../persistence/stored-cards.js';
import type { RemediationTables } from '../persistence/tables.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_REOPENED, type PainPointReopened } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { PlaceCard } from './place-card.js';
import { UpdatePainPoint } from './update-pain-point.js';

/** Takes a move, an edit or a closing back, as a new change that stands in the history beside the old one. */
@Injectable()
export class UndoChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
    private readonly updatePainPoint: UpdatePainPoint,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, changeId: string): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const change = await transaction.em.findOne(Change, { id: changeId });
      if (!change) throw notFound('change');
      if (!UNDOABLE_KINDS.includes(change.kind)) {
        throw badInput('changeId', 'This cannot be taken back. A move, an edit and a closing can.');
      }
      if ((await transaction.em.count(Change, { undoes: change.id })) > 0) {
        throw badInput('changeId', 'This was taken back before.');
      }
      const painPoint = await painPointOf(transaction, change.painPointId);
      if (change.kind === ChangeKind.MOVED) await this.undoMove(transaction, actor, painPoint, change);
      else if (change.kind === ChangeKind.EDITED) await this.undoEdit(transaction, actor, painPoint, change);
      else await this.undoClosing(transaction, actor, painPoint, change);
      return painPoint;
    });
  }

  private async undoMove(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change): Promise<void> {
    const { stageId, rank } = change.oldValue as { stageId: string; rank: string };
    const stage = await transaction.em.findOne(Stage, { id: stageId });
    if (!stage) throw badInput('changeId', `The stage ${change.from ?? ''} is gone; move the card by hand.`);
    const before = await transaction.em
      .getKysely<RemediationTables>()
      .selectFrom('pain_point')
      .select('id')
      .where('stage_id', '=', stage.id)
      .where('closed_at', 'is', null)
      .where('id', '!=', painPoint.id)
      .where('rank', '>=', rank)
      .orderBy('rank')
      .limit(1)
      .executeTakeFirst();
    await this.placeCard.run(transaction, actor.personId, painPoint, stage, { beforeId: before?.id }, change.id);
  }

  private async undoEdit(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change): Promise<void> {
    const field = change.field as EditableField;
    if (JSON.stringify(painPoint[field]) !== JSON.stringify(change.newValue)) {
      throw conflict('This was changed again since. Take the later change back first.', {
        version: painPoint.version,
        [field]: painPoint[field],
      });
    }
    await this.updatePainPoint.apply(transaction, actor.personId, painPoint, { [field]: change.oldValue }, change.id);
  }

  private async undoClosing(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change) {
    if (painPoint.closedAt === null) throw badInput('changeId', `${painPoint.key} is back on the board already.`);
    const stage = await transaction.em.findOneOrFail(Stage, { id: painPoint.stageId });
    painPoint.comeBack(stage, await this.cards.rankAtEnd(transaction, stage.id), this.clock.now());
    await this.journal.write(transaction, painPoint, actor.personId, [
      { kind: ChangeKind.REOPENED, field: 'closed', from: change.to, undoes: change.id },
    ]);
    const data: PainPointReopened = { painPointId: painPoint.id, reason: 'It was taken off the board by mistake.' };
    await transaction.record({ type: PAIN_POINT_REOPENED, data, actorId: actor.personId });
  }
}
