import { badInput, notFound } from '@stanch/kernel';
import { insertRows, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Change } from '../domain/change.js';
import { type Rank, rankBetween, ranksBetween } from '../domain/rank.js';
import { Stage } from '../domain/stage.js';
import type { RemediationTables } from './tables.js';

/** Where a card shall stand: after one, before another; neither means the end. */
export interface Neighbours {
  readonly afterId?: string | null;
  readonly beforeId?: string | null;
}

/** The order of cards and the history of a board as they are stored; the busiest tables, so without detours. */
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

  /** Gives every card of a stage a new, short rank in the order they stand now. */
  async renumber({ em }: Transaction, stageId: string): Promise<void> {
    const kysely = em.getKysely<RemediationTables>();
    const cards = await kysely
      .selectFrom('pain_point')
      .select('id')
      .where('stage_id', '=', stageId)
      .where('closed_at', 'is', null)
      .orderBy('rank')
      .orderBy('id')
      .execute();
    // Two passes: no card may meet the place of another on its way.
    for (const { id } of cards) {
      await kysely
        .updateTable('pain_point')
        .set({ rank: `moving ${id}` })
        .where('id', '=', id)
        .execute();
    }
    const ranks = ranksBetween(null, null, cards.length);
    for (const [index, { id }] of cards.entries()) {
      await kysely.updateTable('pain_point').set({ rank: ranks[index] }).where('id', '=', id).execute();
    }
  }

  /** The card that stands at a place of a stage or comes next after it; null at the end. */
  async cardFrom({ em }: Transaction, stageId: string, rank: Rank, exceptId: string): Promise<string | null> {
    const card = await em
      .getKysely<RemediationTables>()
      .selectFrom('pain_point')
      .select('id')
      .where('stage_id', '=', stageId)
      .where('closed_at', 'is', null)
      .where('id', '!=', exceptId)
      .where('rank', '>=', rank)
      .orderBy('rank')
      .limit(1)
      .executeTakeFirst();
    return card?.id ?? null;
  }

  /** The stages of a board, from left to right. */
  async stagesOf({ em }: Pick<Transaction, 'em'>, boardId: string): Promise<Stage[]> {
    const rows = await em
      .getKysely<RemediationTables>()
      .selectFrom('stage')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('position')
      .execute();
    return rows.map(readStage);
  }

  /** A stage, to look at. */
  async stage({ em }: Pick<Transaction, 'em'>, id: string): Promise<Stage> {
    const row = await em
      .getKysely<RemediationTables>()
      .selectFrom('stage')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('stage');
    return readStage(row);
  }

  /** Whether cards stand in a stage or left the board from there. */
  async hasEverHeld({ em }: Pick<Transaction, 'em'>, stageId: string): Promise<boolean> {
    const card = await em
      .getKysely<RemediationTables>()
      .selectFrom('pain_point')
      .select('id')
      .where('stage_id', '=', stageId)
      .limit(1)
      .executeTakeFirst();
    return card !== undefined;
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

  /** Adds lines to the history. */
  async addChanges({ em }: Transaction, changes: readonly Change[]): Promise<void> {
    await insertRows(
      em,
      'change',
      changes.map((change) => ({
        id: change.id,
        pain_point_id: change.painPointId,
        board_id: change.boardId,
        revision: change.revision,
        version: change.version,
        at: change.at,
        actor_id: change.actorId,
        kind: change.kind,
        field: change.field,
        from_text: change.from,
        to_text: change.to,
        old_value: change.oldValue === null ? null : JSON.stringify(change.oldValue),
        new_value: change.newValue === null ? null : JSON.stringify(change.newValue),
        visibility: change.visibility,
        undoes: change.undoes,
      })),
    );
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

function readStage(row: RemediationTables['stage']): Stage {
  return Object.assign(new Stage(), {
    id: row.id,
    boardId: row.board_id,
    name: row.name,
    category: row.category,
    wipLimit: row.wip_limit,
    position: row.position,
  });
}
