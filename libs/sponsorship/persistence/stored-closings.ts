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

  /** With what is counted from a day on. */
  async since(from: Day): Promise<ClosedWeeks> {
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<ClosingTables>();
      const last = await kysely
        .selectFrom('closed_week')
        .select((eb) => eb.fn.max('through').as('through'))
        .executeTakeFirst();
      const rows = await kysely.selectFrom('counted_promise').selectAll().where('counted_on', '>=', from).execute();
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
