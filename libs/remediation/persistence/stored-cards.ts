import { badInput } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Rank, rankBetween } from '../domain/rank.js';
import { Stage } from '../domain/stage.js';
import type { RemediationTables } from './tables.js';

/** Where a card shall stand: after one, before another; neither means the end. */
export interface Neighbours {
  readonly afterId?: string | null;
  readonly beforeId?: string | null;
}

/** The order of cards as it is stored. Works inside a transaction only. */
@Injectable()
export class StoredCards {
  /** A rank at the end of a stage. */
  async rankAtEnd(transaction: Transaction, stageId: string, cardId = ''): Promise<Rank> {
    const last = await this.nearest(transaction, { stageId, cardId, from: null, direction: 'back' });
    return rankBetween(last, null);
  }

  /**
   * A free rank beside the named neighbours, whatever cards a filter hid between them: right after `afterId`, else right
   * before `beforeId`. A neighbour that has left the stage meanwhile does not count; when none is left, the end.
   */
  async rankBeside(transaction: Transaction, cardId: string, stage: Stage, neighbours: Neighbours): Promise<Rank> {
    const wanted = [neighbours.afterId, neighbours.beforeId].filter((id): id is string => id != null && id !== cardId);
    if (wanted.length === 0) return this.rankAtEnd(transaction, stage.id, cardId);
    const kysely = transaction.em.getKysely<RemediationTables>();
    const found = await kysely
      .selectFrom('pain_point')
      .select(['id', 'rank', 'stage_id', 'board_id', 'closed_at'])
      .where('id', 'in', wanted)
      .execute();
    for (const field of ['afterId', 'beforeId'] as const) {
      const id = neighbours[field];
      if (id == null || id === cardId) continue;
      if (!found.some((card) => card.id === id && card.board_id === stage.boardId)) {
        throw badInput(field, 'There is no such card on this board. Reload the board and move the card again.');
      }
    }
    const standing = (id: string | null | undefined) =>
      found.find((card) => card.id === id && card.stage_id === stage.id && card.closed_at === null)?.rank;
    const place = { stageId: stage.id, cardId };
    const after = standing(neighbours.afterId);
    if (after !== undefined) {
      return rankBetween(after, await this.nearest(transaction, { ...place, from: after, direction: 'on' }));
    }
    const before = standing(neighbours.beforeId);
    if (before !== undefined) {
      return rankBetween(await this.nearest(transaction, { ...place, from: before, direction: 'back' }), before);
    }
    return this.rankAtEnd(transaction, stage.id, cardId);
  }

  /** The stages of a board, from left to right. */
  async stagesOf({ em }: Transaction, boardId: string): Promise<Stage[]> {
    return em.find(Stage, { boardId }, { orderBy: { position: 'asc' } });
  }

  /** Counts the board's next revision. On PostgreSQL this also holds the board for the rest of the transaction. */
  async nextRevision({ em }: Transaction, boardId: string): Promise<number> {
    const { revision } = await em
      .getKysely<RemediationTables>()
      .updateTable('board')
      .set((board) => ({ revision: board('revision', '+', 1) }))
      .where('id', '=', boardId)
      .returning('revision')
      .executeTakeFirstOrThrow();
    return revision;
  }

  /** Takes numbers for new keys; gives the first one and the prefix. */
  async takeNumbers({ em }: Transaction, boardId: string, count: number): Promise<{ prefix: string; first: number }> {
    const board = await em
      .getKysely<RemediationTables>()
      .updateTable('board')
      .set((row) => ({ next_number: row('next_number', '+', count) }))
      .where('id', '=', boardId)
      .returning(['next_number', 'key_prefix'])
      .executeTakeFirstOrThrow();
    return { prefix: board.key_prefix, first: board.next_number - count };
  }

  /** The rank of the card next to a place, in reading direction or back; null at the edge of the stage. */
  private async nearest(
    { em }: Transaction,
    place: { stageId: string; cardId: string; from: Rank | null; direction: 'on' | 'back' },
  ): Promise<Rank | null> {
    const { stageId, cardId, from, direction } = place;
    let others = em
      .getKysely<RemediationTables>()
      .selectFrom('pain_point')
      .select('rank')
      .where('stage_id', '=', stageId)
      .where('closed_at', 'is', null)
      .where('id', '!=', cardId);
    if (from !== null) others = others.where('rank', direction === 'on' ? '>' : '<', from);
    const next = await others
      .orderBy('rank', direction === 'on' ? 'asc' : 'desc')
      .limit(1)
      .executeTakeFirst();
    return next?.rank ?? null;
  }
}
