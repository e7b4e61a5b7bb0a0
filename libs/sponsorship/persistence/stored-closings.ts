import type { Day, Instant } from '@stanch/kernel';
import { insertRows, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { ClosedWeeks, Counted } from '../domain/kept-rate.js';

interface ClosingTables {
  closed_week: { through: Day; at: Instant };
  counted_promise: { commitment_id: string; counted_on: Day; kept: number | boolean };
}

/** The weeks that meetings have closed, and what is counted in them for ever. */
@Injectable()
export class StoredClosings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The commitments that are counted from a day on. */
  async countedSince(from: Day): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<ClosingTables>()
        .selectFrom('counted_promise')
        .select('commitment_id')
        .where('counted_on', '>=', from)
        .execute(),
    );
    return rows.map((row) => row.commitment_id);
  }

  /** Up to which day the weeks are closed, and what is counted in them of these commitments. */
  async of(commitmentIds: readonly string[]): Promise<ClosedWeeks> {
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<ClosingTables>();
      const last = await kysely
        .selectFrom('closed_week')
        .select((eb) => eb.fn.max('through').as('through'))
        .executeTakeFirst();
      const rows = await kysely
        .selectFrom('counted_promise')
        .selectAll()
        .where('commitment_id', 'in', commitmentIds.length > 0 ? commitmentIds : [''])
        .execute();
      return {
        through: last?.through ?? null,
        counted: rows.map(({ commitment_id, counted_on, kept }) => ({
          commitmentId: commitment_id,
          countedOn: counted_on,
          kept: Boolean(kept),
        })),
      };
    });
  }

  /** Whether a promise is counted in a week that is closed. */
  async counts({ em }: Transaction, commitmentId: string): Promise<boolean> {
    const row = await em
      .getKysely<ClosingTables>()
      .selectFrom('counted_promise')
      .select('commitment_id')
      .where('commitment_id', '=', commitmentId)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Keeps what a closing has counted. */
  async keep({ em }: Transaction, through: Day, at: Instant, counted: readonly Counted[]): Promise<void> {
    await em
      .getKysely<ClosingTables>()
      .insertInto('closed_week')
      .values({ through, at })
      .onConflict((same) => same.column('through').doNothing())
      .execute();
    await insertRows(
      em,
      'counted_promise',
      counted.map(({ commitmentId, countedOn, kept }) => ({
        commitment_id: commitmentId,
        counted_on: countedOn,
        kept,
      })),
    );
  }
}
