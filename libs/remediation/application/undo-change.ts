import { badInput, Clock, conflict, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Change, ChangeKind, isUndoable, type Moved, type Place } from '../domain/change.js';
import type { EditableField, PainPoint, PainPointEdit } from '../domain/pain-point.js';
import { Stage } from '../domain/stage.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_REOPENED, type PainPointReopened } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { PlaceCard } from './place-card.js';
import { UpdatePainPoint } from './update-pain-point.js';

const BLOCKING: readonly string[] = ['blocked', 'blockedReason'] satisfies EditableField[];

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
      if (!isUndoable(change)) {
        const why = change.kind === ChangeKind.MOVED ? 'It follows from what a sponsor said of the fix. ' : '';
        throw badInput('changeId', `${why}This cannot be taken back. A move, an edit and a closing can.`);
      }
      if ((await transaction.em.count(Change, { undoes: change.id })) > 0) {
        throw badInput('changeId', 'This was taken back before.');
      }
      const painPoint = await painPointOf(transaction, change.painPointId);
      painPoint.assertNotMerged('changeId');
      if (change.kind === ChangeKind.MOVED) await this.undoMove(transaction, actor, painPoint, change);
      else if (change.kind === ChangeKind.EDITED) await this.undoEdit(transaction, actor, painPoint, change);
      else await this.undoClosing(transaction, actor, painPoint, change);
      return painPoint;
    });
  }

  private async undoMove(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change): Promise<void> {
    painPoint.assertOnBoard('changeId');
    const place = change.oldValue as Place;
    const moved = change.newValue as Moved;
    const elsewhere = painPoint.stageId !== moved.stageId;
    if (elsewhere || (place.stageId === moved.stageId && painPoint.rank !== moved.rank)) {
      const { version, stageId } = painPoint;
      throw conflict(`${painPoint.key} was moved again since. Take the later move back first.`, { version, stageId });
    }
    const stage = await transaction.em.findOne(Stage, { id: place.stageId });
    if (!stage) throw badInput('changeId', `The stage ${change.from ?? ''} is gone; move the card by hand.`);
    const beforeId = await this.cards.cardFrom(transaction, stage.id, place.rank, painPoint.id);
    const undoes = { changeId: change.id, at: change.at, place };
    await this.placeCard.run(transaction, actor.personId, painPoint, stage, { beforeId }, { undoes });
  }

  private async undoEdit(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change): Promise<void> {
    const changes = await this.madeTogether(transaction, change);
    const later = changes.filter(({ field, newValue }) => {
      return JSON.stringify(painPoint[field as EditableField]) !== JSON.stringify(newValue);
    });
    if (later.length > 0) {
      throw conflict('This was changed again since. Take the later change back first.', {
        version: painPoint.version,
        ...Object.fromEntries(later.map(({ field }) => [field, painPoint[field as EditableField]])),
      });
    }
    const edit: PainPointEdit = Object.fromEntries(changes.map(({ field, oldValue }) => [field, oldValue]));
    const undoes = new Map(changes.map(({ field, id }) => [field, id]));
    await this.updatePainPoint.apply(transaction, actor.personId, painPoint, edit, undoes);
  }

  /** That a card is blocked and why are taken back together when they came together: neither stands without the other. */
  private async madeTogether({ em }: Transaction, change: Change): Promise<Change[]> {
    if (!BLOCKING.includes(change.field)) return [change];
    const { painPointId, version, kind } = change;
    return em.find(Change, { painPointId, version, kind, field: { $in: [...BLOCKING] } });
  }

  private async undoClosing(transaction: Transaction, actor: Actor, painPoint: PainPoint, change: Change) {
    if (painPoint.onBoard) throw badInput('changeId', `${painPoint.key} is back on the board already.`);
    if (painPoint.closedReason !== change.to) {
      const { version, closedReason } = painPoint;
      throw conflict(`${painPoint.key} has left the board again since. Take that back instead.`, {
        version,
        closedReason,
      });
    }
    const stage = await transaction.em.findOneOrFail(Stage, { id: painPoint.stageId });
    const beforeId = await this.cards.cardFrom(transaction, stage.id, painPoint.rank, painPoint.id);
    const rank = await this.cards.rankBeside(transaction, painPoint.id, stage, { beforeId });
    painPoint.comeBack(stage, rank, this.clock.now());
    await this.journal.write(transaction, painPoint, actor.personId, [
      { kind: ChangeKind.REOPENED, field: 'closed', from: change.to, undoes: change.id },
    ]);
    const reason = 'It was taken off the board by mistake.';
    const data: PainPointReopened = { painPointId: painPoint.id, reason, bledAgain: false };
    await transaction.record({ type: PAIN_POINT_REOPENED, data, actorId: actor.personId });
  }
}
