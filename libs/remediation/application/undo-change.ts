import { badInput, Clock, conflict, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Change, ChangeKind, isUndoable, type Moved, type Place } from '../domain/change.js';
import { figuresOf, hoursPerWeek } from '../domain/bleeding.js';
import type { PainPoint } from '../domain/pain-point.js';
import type { EditableField, PainPointEdit } from '../domain/pain-point-edit.js';
import { Stage } from '../domain/stage.js';
import type { Slowing } from '../domain/workaround.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import {
  PAIN_POINT_REOPENED,
  type PainPointReopened,
  WORKAROUND_ENDED,
  WORKAROUND_OFFERED,
  type WorkaroundEnded,
  type WorkaroundOffered,
} from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { PlaceCard } from './place-card.js';
import { UpdatePainPoint } from './update-pain-point.js';

/** What the sponsors read of a workaround that was taken back. */
const BY_MISTAKE = 'It was noted by mistake.';

const BLOCKING: readonly string[] = ['blocked', 'blockedReason'] satisfies EditableField[];

/** Takes a move, an edit, a closing or a workaround back, as a new change that stands in the history beside the old one. */
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
        throw badInput('changeId', `${why}This cannot be taken back. A move, an edit, a closing and a workaround can.`);
      }
      if ((await transaction.em.count(Change, { undoes: change.id })) > 0) {
        throw badInput('changeId', 'This was taken back before.');
      }
      const painPoint = await painPointOf(transaction, change.painPointId);
      painPoint.assertNotMerged('changeId');
      if (change.kind === ChangeKind.MOVED) await this.undoMove(transaction, actor, painPoint, change);
      else if (change.kind === ChangeKind.EDITED) await this.undoEdit(transaction, actor, painPoint, change);
      else if (change.kind === ChangeKind.WORKAROUND) await this.undoWorkaround(transaction, actor, painPoint, change);
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
    const workaround = await this.workaroundWith(transaction, change);
    if (workaround) return this.undoWorkaround(transaction, actor, painPoint, workaround);
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

  /** The workaround that changed a figure: neither is taken back without the other. */
  private async workaroundWith({ em }: Transaction, { painPointId, version }: Change): Promise<Change | null> {
    return em.findOne(Change, { painPointId, version, kind: ChangeKind.WORKAROUND });
  }

  private async undoWorkaround(
    transaction: Transaction,
    actor: Actor,
    painPoint: PainPoint,
    change: Change,
  ): Promise<void> {
    const { id, painPointId, version } = change;
    const [old, made] = [change.oldValue as Slowing, change.newValue as Slowing];
    if (!stands(made, painPoint.slowing())) {
      throw conflict('The workaround or what it costs was changed again since. Take the later change back first.', {
        version: painPoint.version,
        workaround: painPoint.slowedBy?.words ?? null,
      });
    }
    const alongside = await transaction.em.find(Change, { painPointId, version, kind: ChangeKind.EDITED });
    const changes = painPoint.returnToSlowing(old);
    const undoes = new Map(alongside.map((one) => [one.field, one.id]));
    await this.journal.write(transaction, painPoint, actor.personId, [
      {
        kind: ChangeKind.WORKAROUND,
        field: old.workaround === null ? 'workaround.ended' : 'workaround',
        from: made.workaround?.words,
        to: old.workaround?.words ?? BY_MISTAKE,
        oldValue: made,
        newValue: old,
        undoes: id,
      },
      ...(await this.updatePainPoint.entriesOf(changes, undoes)),
    ]);
    await this.tellWorkaround(transaction, actor, painPointId, old, made);
  }

  private async tellWorkaround(
    transaction: Transaction,
    { personId: actorId }: Actor,
    painPointId: string,
    { workaround, estimate }: Slowing,
    made: Slowing,
  ): Promise<void> {
    if (workaround === null) {
      const data: WorkaroundEnded = { painPointId, reason: BY_MISTAKE };
      await transaction.record({ type: WORKAROUND_ENDED, data, actorId });
    } else {
      const { words } = workaround;
      const [hoursBefore, hoursLeft] = [hoursPerWeek(made.estimate), hoursPerWeek(estimate)];
      const data: WorkaroundOffered = { painPointId, words, hoursBefore, hoursLeft };
      await transaction.record({ type: WORKAROUND_OFFERED, data, actorId });
    }
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

/** Whether it is still slowed as a change left it. */
function stands(made: Slowing, now: Slowing): boolean {
  const seen = ({ workaround, pastRates, estimate }: Slowing) =>
    JSON.stringify([workaround?.words, workaround?.at, pastRates.length, figuresOf(estimate)]);
  return seen(made) === seen(now);
}
