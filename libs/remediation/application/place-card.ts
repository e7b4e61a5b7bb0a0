import { badInput, Clock } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Change, ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import type { Stage } from '../domain/stage.js';
import { Visibility } from '../domain/visibility.js';
import { type Neighbours, StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_MOVED, type PainPointMoved } from './events.js';

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

  /** Works in the caller's transaction. `undoes` names the change that this move takes back. */
  async run(
    transaction: Transaction,
    actorId: string | null,
    painPoint: PainPoint,
    toStage: Stage,
    neighbours: Neighbours,
    undoes?: string,
  ): Promise<Placed> {
    if (toStage.boardId !== painPoint.boardId) throw badInput('toStageId', 'This stage belongs to another board.');
    const fromStage =
      painPoint.stageId === toStage.id ? toStage : await this.cards.stage(transaction, painPoint.stageId);
    const oldValue = { stageId: fromStage.id, rank: painPoint.rank };
    const rank = await this.cards.rankBeside(transaction, painPoint.id, toStage, neighbours);
    painPoint.moveTo(toStage, rank, this.clock.now());
    const newStage = fromStage.id !== toStage.id;
    const { revision, changes } = await this.journal.write(transaction, painPoint, actorId, [
      {
        kind: ChangeKind.MOVED,
        field: newStage ? 'stage' : 'rank',
        from: fromStage.name,
        to: toStage.name,
        oldValue,
        newValue: { stageId: toStage.id, rank },
        // A new place within the stage is IT's planning and no news to a sponsor.
        visibility: newStage ? Visibility.SHARED : Visibility.INTERNAL,
        undoes,
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
      };
      await transaction.record({ type: PAIN_POINT_MOVED, data, actorId });
    }
    return { painPoint, revision, change };
  }
}
