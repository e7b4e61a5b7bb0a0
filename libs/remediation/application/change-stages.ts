import { badInput, Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Board } from '../domain/board.js';
import { type Rank, rankBetween } from '../domain/rank.js';
import { assertBoardShape, Stage, type StageCategory } from '../domain/stage.js';
import { StageVersions } from '../persistence/stage-versions.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { boardOf, stageOf } from './find-or-refuse.js';

/** Adds, changes and removes the stages of a board; it always begins with bleeding and ends with fixed. */
@Injectable()
export class ChangeStages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly journal: BoardJournal,
    private readonly versions: StageVersions,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async add(
    actor: Actor,
    input: {
      boardId: string;
      name: string;
      category: StageCategory;
      wipLimit?: number | null;
      afterId?: string | null;
    },
  ): Promise<Board> {
    return this.change(actor, input.boardId, async (transaction, board, stages) => {
      const stage = Stage.make({
        id: this.ids.next(),
        boardId: board.id,
        name: input.name,
        category: input.category,
        wipLimit: input.wipLimit ?? null,
        position: positionAmong(stages, input),
      });
      transaction.em.persist(stage);
      return [...stages, stage];
    });
  }

  async update(
    actor: Actor,
    input: {
      id: string;
      name?: string | null;
      wipLimit?: number | null;
      afterId?: string | null;
      beforeId?: string | null;
    },
  ): Promise<Board> {
    return this.unitOfWork.run(async (outer) => {
      const { boardId } = await stageOf(outer, input.id);
      return this.change(actor, boardId, async (_transaction, _board, stages) => {
        const stage = stages.find(({ id }) => id === input.id) as Stage;
        if (input.name !== undefined && input.name !== null) stage.rename(input.name);
        if (input.wipLimit !== undefined) stage.limit(input.wipLimit);
        if (input.afterId != null || input.beforeId != null) {
          stage.position = positionAmong(
            stages.filter((other) => other !== stage),
            input,
          );
        }
        return stages;
      });
    });
  }

  async remove(actor: Actor, id: string): Promise<Board> {
    return this.unitOfWork.run(async (outer) => {
      const { boardId } = await stageOf(outer, id);
      return this.change(actor, boardId, async ({ em }, _board, stages) => {
        const stage = stages.find((one) => one.id === id) as Stage;
        if (await this.cards.hasEverHeld({ em }, id)) {
          throw badInput(
            'id',
            `There are cards in ${stage.name}, or cards that left the board from there. Move them first.`,
          );
        }
        em.remove(stage);
        return stages.filter((one) => one !== stage);
      });
    });
  }

  private async change(
    actor: Actor,
    boardId: string,
    apply: (transaction: Transaction, board: Board, stages: Stage[]) => Promise<Stage[]>,
  ): Promise<Board> {
    return this.unitOfWork.run(async (transaction) => {
      const board = await boardOf(transaction, boardId);
      const stages = await apply(
        transaction,
        board,
        await transaction.em.find(Stage, { boardId }, { orderBy: { position: 'asc' } }),
      );
      assertBoardShape(stages.sort((a, b) => (a.position < b.position ? -1 : 1)));
      await transaction.em.flush();
      const revision = await this.journal.stagesChanged(transaction, boardId, actor.personId);
      await this.versions.record(transaction, boardId, revision, stages, this.clock.now());
      return Object.assign(new Board(), board, { revision });
    });
  }
}

/** A place beside a named stage, or before the last one when none is named. */
function positionAmong(
  stages: readonly Stage[],
  { afterId, beforeId }: { afterId?: string | null; beforeId?: string | null },
): Rank {
  const indexOf = (field: string, wanted: string) => {
    const index = stages.findIndex(({ id }) => id === wanted);
    if (index < 0) throw badInput(field, 'There is no such other stage on this board. Reload the board and try again.');
    return index;
  };
  let place = stages.length - 1;
  if (beforeId != null) place = indexOf('beforeId', beforeId);
  if (afterId != null) place = indexOf('afterId', afterId) + 1;
  return rankBetween(stages[place - 1]?.position ?? null, stages[place]?.position ?? null);
}
