import { badInput, Clock, type Instant } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Change, ChangeKind, type Moved, type Place } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import type { Stage } from '../domain/stage.js';
import { isWorn } from '../domain/rank.js';
import { Visibility } from '../domain/visibility.js';
import { type Neighbours, StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_MOVED, type PainPointMoved } from './events.js';

/** Why a card is placed, when it is not simply moved by somebody. */
export interface Occasion {
  /** The move that is taken back, and where the card stood before it. */
  readonly undoes?: { readonly changeId: string; readonly at: Instant; readonly place: Place };
  /** Somebody said whether it is fixed, and the card follows. */
  readonly answered?: boolean;
}

/** Where a card came to stand. */
export interface Placed {
  readonly painPoint: PainPoint;
  readonly revision: number;
  readonly change: Change;
}

/** Puts a card to its place, writes that down and says so: the one way in which any use case moves a card. */
@Injectable()
export class PlaceCard {
  constructor(
    private readonly cards: StoredCards,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  /** Works in the caller's transaction. */
  async run(
    transaction: Transaction,
    actorId: string | null,
    painPoint: PainPoint,
    toStage: Stage,
    neighbours: Neighbours,
    { undoes, answered }: Occasion = {},
  ): Promise<Placed> {
    if (toStage.boardId !== painPoint.boardId) throw badInput('toStageId', 'This stage belongs to another board.');
    const fromStage =
      painPoint.stageId === toStage.id ? toStage : await this.cards.stage(transaction, painPoint.stageId);
    const oldValue = painPoint.place();
    const rank = await this.cards.rankBeside(transaction, painPoint.id, toStage, neighbours);
    const newStage = fromStage.id !== toStage.id;
    // Within a stage a move changes nothing but the order; what was said of the fix since then stays.
    if (undoes && newStage) painPoint.returnTo(undoes.place, rank, undoes.at);
    else painPoint.moveTo(toStage, rank, this.clock.now());
    const newValue: Moved = { stageId: toStage.id, rank, answered };
    const { revision, changes } = await this.journal.write(transaction, painPoint, actorId, [
      {
        kind: ChangeKind.MOVED,
        field: newStage ? 'stage' : 'rank',
        from: fromStage.name,
        to: toStage.name,
        oldValue,
        newValue,
        // A new place within the stage is IT's planning and no news to a sponsor.
        visibility: newStage ? Visibility.SHARED : Visibility.INTERNAL,
        undoes: undoes?.changeId,
      },
    ]);
    const change = changes[0] as Change;
    if (newStage) {
      const data: PainPointMoved = {
        painPointId: painPoint.id,
        changeId: change.id,
        fromStageId: fromStage.id,
        toStageId: toStage.id,
        fromStageName: fromStage.name,
        toStageName: toStage.name,
        fromCategory: fromStage.category,
        toCategory: toStage.category,
        enteredStageAt: painPoint.enteredStageAt,
      };
      await transaction.record({ type: PAIN_POINT_MOVED, data, actorId });
    }
    if (isWorn(rank)) await this.numberAnew(transaction, actorId, toStage);
    return { painPoint, revision, change };
  }
  /** Very many moves to one spot have made its ranks long: the stage gets short ones, and open boards read it anew. */
  private async numberAnew(transaction: Transaction, actorId: string | null, { id, boardId }: Stage): Promise<void> {
    await this.cards.renumber(transaction, id);
    await this.journal.stagesChanged(transaction, boardId, actorId);
  }
}
