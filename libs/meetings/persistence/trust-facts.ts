import type { Instant } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface FactTables {
  pain_point: {
    id: string;
    board_id: string;
    stage_id: string;
    raised_at: Instant;
    confirmed: number | boolean;
    reopened_count: number;
    closed_at: Instant | null;
    /** What an answer is, the rule of silence says: it is noted when somebody says a word. */
    answered_at: Instant | null;
  };
  stage: { id: string; category: string };
  confirmation: {
    pain_point_id: string;
    fixed: number | boolean;
    rating: number | null;
    at: Instant;
    /** The lead who brought it. */
    by_id: string | null;
  };
  confirmation_request: { pain_point_id: string };
}

/** From when until when, for one pain point. */
interface Span {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** What the trust figures are made of, counted by the database. */
@Injectable()
export class TrustFacts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From raised to the last yes of a sponsor, of what is confirmed and was so since a moment. */
  async confirmedSince(boardId: string, since: Instant): Promise<Span[]> {
    return this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('confirmation')
        .innerJoin('pain_point', 'pain_point.id', 'confirmation.pain_point_id')
        .select((eb) => ['pain_point.id', 'pain_point.raised_at as from', eb.fn.max('confirmation.at').as('to')])
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.confirmed', '=', true)
        .where('confirmation.fixed', '=', true)
        .groupBy('pain_point.id')
        .having((eb) => eb.fn.max('confirmation.at'), '>=', since)
        .execute(),
    );
  }

  /** When what still bleeds was raised. */
  async bleedingSince(boardId: string): Promise<{ id: string; at: Instant }[]> {
    return this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select(['pain_point.id', 'pain_point.raised_at as at'])
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('stage.category', '!=', 'FIXED')
        .execute(),
    );
  }

  /** How many stand at fixed, how many of them a sponsor confirmed, and of how many a lead brought that; how many came back of all that were checked. */
  async confirmations(
    boardId: string,
  ): Promise<{ fixed: number; confirmed: number; brought: number; checked: number; reopened: number }> {
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<FactTables>();
      const fixed = await kysely
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select((eb) => [
          eb.fn.countAll<number>().as('fixed'),
          eb.fn.countAll<number>().filterWhere('pain_point.confirmed', '=', true).as('confirmed'),
        ])
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('stage.category', '=', 'FIXED')
        .executeTakeFirst();
      const brought = await kysely
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('pain_point.confirmed', '=', true)
        .where('stage.category', '=', 'FIXED')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('confirmation')
                .select('confirmation.at')
                .whereRef('confirmation.pain_point_id', '=', 'pain_point.id')
                .where('confirmation.fixed', '=', true)
                .where('confirmation.by_id', 'is', null),
            ),
          ),
        )
        .executeTakeFirst();
      const checked = await kysely
        .selectFrom('pain_point')
        .select((eb) => [
          eb.fn.countAll<number>().as('checked'),
          eb.fn.countAll<number>().filterWhere('reopened_count', '>', 0).as('reopened'),
        ])
        .where('board_id', '=', boardId)
        .where((eb) =>
          eb.or([
            eb('reopened_count', '>', 0),
            eb('id', 'in', eb.selectFrom('confirmation_request').select('pain_point_id')),
          ]),
        )
        .executeTakeFirst();
      return {
        fixed: Number(fixed?.fixed ?? 0),
        confirmed: Number(fixed?.confirmed ?? 0),
        brought: Number(brought?.count ?? 0),
        checked: Number(checked?.checked ?? 0),
        reopened: Number(checked?.reopened ?? 0),
      };
    });
  }

  /** What stands at fixed; it counts when a sponsor has confirmed it. */
  async fixedCards(boardId: string): Promise<{ id: string; counts: boolean; value: null }[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select(['pain_point.id', 'pain_point.confirmed'])
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('stage.category', '=', 'FIXED')
        .execute(),
    );
    return rows.map(({ id, confirmed }) => ({ id, counts: Boolean(confirmed), value: null }));
  }

  /** What was ever checked, and how often each came back; it counts when it did. */
  async checkedCards(boardId: string): Promise<{ id: string; counts: boolean; value: number }[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .select(['id', 'reopened_count'])
        .where('board_id', '=', boardId)
        .where((eb) =>
          eb.or([
            eb('reopened_count', '>', 0),
            eb('id', 'in', eb.selectFrom('confirmation_request').select('pain_point_id')),
          ]),
        )
        .execute(),
    );
    return rows.map(({ id, reopened_count: value }) => ({ id, counts: value > 0, value }));
  }

  /** The ratings since a moment, each with what was rated. */
  async ratingsOf(boardId: string, since: Instant): Promise<[string, number][]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('confirmation')
        .innerJoin('pain_point', 'pain_point.id', 'confirmation.pain_point_id')
        .select(['pain_point.id', 'confirmation.rating'])
        .where('pain_point.board_id', '=', boardId)
        .where('confirmation.at', '>=', since)
        .where('confirmation.rating', 'is not', null)
        .execute(),
    );
    return rows.map(({ id, rating }) => [id, rating ?? 0]);
  }

  /** The mean of the ratings since a moment, and how many there were. */
  async ratings(boardId: string, since: Instant): Promise<{ mean: number | null; count: number }> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('confirmation')
        .innerJoin('pain_point', 'pain_point.id', 'confirmation.pain_point_id')
        .select((eb) => [eb.fn.avg<number>('rating').as('mean'), eb.fn.count<number>('rating').as('count')])
        .where('pain_point.board_id', '=', boardId)
        .where('confirmation.at', '>=', since)
        .executeTakeFirst(),
    );
    const count = Number(row?.count ?? 0);
    return { mean: count === 0 ? null : Number(row?.mean), count };
  }

  /** From raised to the first answer of what was raised since a moment; null: not answered yet. */
  async answers(boardId: string, since: Instant): Promise<{ id: string; from: Instant; to: Instant | null }[]> {
    return this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .select(['id', 'raised_at as from', 'answered_at as to'])
        .where('board_id', '=', boardId)
        .where('raised_at', '>=', since)
        .execute(),
    );
  }
}
