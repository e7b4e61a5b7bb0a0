import type { Day, Instant } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface PlotTables {
  pain_point: { id: string; board_id: string; key: string; title: string };
  win: {
    id: string;
    headline: string;
    measure: string | null;
    unit: string | null;
    before_value: number | null;
    after_value: number | null;
    achieved_on: Day;
    published_at: Instant | null;
  };
  win_pain_point: { win_id: string; pain_point_id: string };
}

/** How a pain point is called. */
export interface Name {
  readonly key: string;
  readonly title: string;
}

/** More than so many names are read as all those of the board. */
const MOST_NAMED = 1_000;

/** What the plots need to know besides the history. */
@Injectable()
export class PlotFacts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** How these pain points are called. */
  async names(boardId: string, painPointIds: readonly string[]): Promise<Map<string, Name>> {
    if (painPointIds.length === 0) return new Map();
    const rows = await this.unitOfWork.read((em) => {
      const all = em
        .getKysely<PlotTables>()
        .selectFrom('pain_point')
        .select(['id', 'key', 'title'])
        .where('board_id', '=', boardId);
      return (painPointIds.length > MOST_NAMED ? all : all.where('id', 'in', [...painPointIds])).execute();
    });
    return new Map(rows.map(({ id, key, title }) => [id, { key, title }]));
  }

  /** The wins of a board that its sponsors were told within a time, the first told first. */
  async winsTold(
    boardId: string,
    from: Instant,
    to: Instant,
    of: ReadonlySet<string> | null,
  ): Promise<{ at: Instant; headline: string }[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<PlotTables>()
        .selectFrom('win')
        .innerJoin('win_pain_point', 'win_pain_point.win_id', 'win.id')
        .innerJoin('pain_point', 'pain_point.id', 'win_pain_point.pain_point_id')
        .select(['win.id', 'win.published_at', 'win.headline', 'pain_point.id as painPointId'])
        .where('published_at', '>=', from)
        .where('published_at', '<=', to)
        .where('pain_point.board_id', '=', boardId)
        .orderBy('published_at')
        .execute(),
    );
    const told = rows.filter(({ painPointId }) => of?.has(painPointId) ?? true);
    return [...Map.groupBy(told, ({ id }) => id).values()].flatMap(([win]) =>
      win?.published_at ? [{ at: win.published_at, headline: win.headline }] : [],
    );
  }

  /** A win; null when there is none of this id. */
  async win(id: string) {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<PlotTables>()
        .selectFrom('win')
        .select(['headline', 'measure', 'unit', 'before_value', 'after_value', 'achieved_on', 'published_at'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    if (!row) return null;
    const { headline, measure, unit, before_value: before, after_value: after, achieved_on: achievedOn } = row;
    return { headline, measure, unit, before, after, achievedOn, published: row.published_at !== null };
  }
}
