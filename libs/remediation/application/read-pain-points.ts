import { badInput, Clock, dayIn, notFound } from '@stanch/kernel';
import { type Actor, holidaysOf, type Settings, WorkspaceSettings } from '@stanch/people';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize, UnitOfWork, unknownPlace } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CommitmentTiming } from '../domain/commitment-timing.js';
import type { SilentBefore } from '../domain/silence.js';
import {
  bleedRateSql,
  conditionOf,
  type FilterFrame,
  type PainPointFilter,
  silentCondition,
} from '../persistence/pain-point-filter.js';
import { columnsFor, type ReadPainPoint, readPainPoint } from '../persistence/read-rows.js';
import type { PainPointRow, RemediationTables } from '../persistence/tables.js';
import { patienceOf } from './patience-of.js';
import { SponsorLinks } from './sponsor-links.js';

/** The orders in which a list of pain points can be read. */
export const PainPointSort = {
  BOARD: 'BOARD',
  RAISED_AT: 'RAISED_AT',
  BLEED_PER_WEEK: 'BLEED_PER_WEEK',
  SCORE: 'SCORE',
  COMMITTED_FOR: 'COMMITTED_FOR',
} as const;
export type PainPointSort = (typeof PainPointSort)[keyof typeof PainPointSort];

/** The most ids or tags that one part of a filter may name. */
const LONGEST_FILTER = 1_000;

/** Which pain points to read. */
export interface ListRequest {
  readonly filter: PainPointFilter;
  readonly sort: PainPointSort;
  readonly first: number;
  readonly after?: string | null;
  /** The fields of the API that were selected; null reads everything. */
  readonly fields: ReadonlySet<string> | null;
  readonly wantsTotal: boolean;
}

type Query<Output> = SelectQueryBuilder<RemediationTables, 'pain_point' | 'stage', Output>;

interface SortKey {
  readonly alias: string;
  readonly expression: RawBuilder<string | number>;
  readonly descending: boolean;
}

/** Reads pain points: one by its id or key, or a page of a filtered and sorted list. */
@Injectable()
export class ReadPainPoints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
    private readonly sponsors: SponsorLinks,
    private readonly clock: Clock,
  ) {}

  /** The pain point of an id or a key such as `P-17`; with `fields`, what these fields of the API are made of. */
  async one(
    by: { id?: string | null; key?: string | null },
    fields: ReadonlySet<string> | null = null,
  ): Promise<ReadPainPoint> {
    if (!by.id === !by.key) throw badInput('id', 'Name a pain point by its id or by its key.');
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .select(columnsFor(fields))
        .where(by.id ? 'id' : 'key', '=', by.id ?? (by.key as string).trim().toUpperCase())
        .executeTakeFirst(),
    );
    if (!row) throw notFound('pain point');
    return readPainPoint(row);
  }

  /** The pain points of these ids; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<ReadPainPoint[]> {
    if (ids.length === 0) return [];
    const rows = await this.unitOfWork.read((em) =>
      em.getKysely<RemediationTables>().selectFrom('pain_point').selectAll().where('id', 'in', ids).execute(),
    );
    return rows.map(readPainPoint);
  }

  /** What was merged into each of these, and into what was merged into them. */
  async mergedInto(ids: readonly string[]): Promise<Map<string, ReadPainPoint[]>> {
    const rootOf = new Map(ids.map((id) => [id, id]));
    const found = new Map<string, ReadPainPoint[]>();
    let into = [...ids];
    while (into.length > 0) {
      const asked = into;
      const rows = await this.unitOfWork.read((em) =>
        em
          .getKysely<RemediationTables>()
          .selectFrom('pain_point')
          .selectAll()
          .where('merged_into_id', 'in', asked)
          .orderBy('raised_at')
          .execute(),
      );
      for (const row of rows) {
        const root = rootOf.get(row.merged_into_id ?? '') ?? '';
        rootOf.set(row.id, root);
        found.set(root, [...(found.get(root) ?? []), readPainPoint(row)]);
      }
      into = rows.map(({ id }) => id);
    }
    return found;
  }

  /** What somebody owns or has a task of, as far as it is on the board. */
  async idsInCareOf(personId: string): Promise<string[]> {
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<RemediationTables>();
      const rows = await kysely
        .selectFrom('pain_point')
        .select('id')
        .where('closed_at', 'is', null)
        .where((eb) =>
          eb.or([
            eb('owner_id', '=', personId),
            eb(
              'id',
              'in',
              eb
                .selectFrom('task_pain_point')
                .innerJoin('remediation_task', 'remediation_task.id', 'task_pain_point.task_id')
                .select('task_pain_point.pain_point_id')
                .where('remediation_task.assignee_id', '=', personId),
            ),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    });
  }

  /** What is silent, and of which the leads do not know yet. */
  async idsSilentUntold(before: SilentBefore): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .select('id')
        .where((eb) => silentCondition(eb, before))
        .where('leads_told_on', 'is', null)
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** All that a filter holds, also of what has left the board. */
  async idsWithin(viewerId: string, filter: PainPointFilter): Promise<Set<string>> {
    const all = { ...filter, includeClosed: true };
    assertNarrow(all);
    const frame = await this.frameOf(viewerId, all);
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .where((eb) => conditionOf(eb, all, frame))
        .select('pain_point.id')
        .execute(),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How many stand on the board of those that a filter holds, and what they bleed a week together. */
  async figures(viewerId: string, filter: PainPointFilter): Promise<{ count: number; bleedPerWeek: number }> {
    assertNarrow(filter);
    const frame = await this.frameOf(viewerId, filter);
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .where((eb) => conditionOf(eb, filter, frame))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .select((eb) => eb.fn.sum<number>(bleedRateSql(frame.hourlyCost)).as('rate'))
        .executeTakeFirst(),
    );
    return { count: Number(row?.count ?? 0), bleedPerWeek: Number(row?.rate ?? 0) };
  }

  /** A page of a list. */
  async list(viewer: Actor, request: ListRequest): Promise<Page<ReadPainPoint>> {
    const first = pageSize(request.first);
    assertNarrow(request.filter);
    const frame = await this.frameOf(viewer.personId, request.filter);
    if (request.sort === PainPointSort.COMMITTED_FOR) return this.listByCommitment(frame, request, first);
    const keys = keysOf(request.sort, frame.hourlyCost);
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<RemediationTables>();
      const from = kysely
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .where((eb) => conditionOf(eb, request.filter, frame));
      let query = from
        .select(columnsFor(request.fields).map((column) => `pain_point.${column}` as const))
        .select(keys.map(({ expression, alias }) => expression.as(alias)))
        .limit(first + 1) as Query<Partial<PainPointRow>>;
      for (const { expression, descending } of keys) query = query.orderBy(expression, descending ? 'desc' : 'asc');
      if (request.after) query = after(query, keys, placeOf(request.after, request.sort, keys.length));
      const rows = first === 0 ? [] : await query.execute();
      const total = request.wantsTotal
        ? await from.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst()
        : undefined;
      const page = pageOf(rows, first, Number(total?.count ?? rows.length), (row) =>
        encodeCursor([
          request.sort,
          ...keys.map(({ alias }) => (row as Record<string, string | number>)[alias] ?? null),
        ]),
      );
      return { ...page, nodes: page.nodes.map(readPainPoint) };
    });
  }

  private async frameOf(viewerId: string, filter: PainPointFilter): Promise<FilterFrame> {
    const settings = await this.settings.current();
    const { hourlyCost } = settings;
    return {
      viewerId,
      hourlyCost,
      sponsoredIds: filter.sponsorIds ? await this.sponsors.painPointIdsOf(filter.sponsorIds) : null,
      ownSponsoredIds: filter.mine ? await this.sponsors.painPointIdsOf([viewerId]) : null,
      promisedIds: filter.commitmentTimings ? await this.promisedIds(filter.commitmentTimings, settings) : null,
      silentBefore: filter.silent == null ? null : patienceOf(settings).silentBefore(this.clock.now()),
    };
  }

  private promisedIds(timings: readonly CommitmentTiming[], settings: Settings): Promise<string[]> {
    const today = dayIn(this.clock.now(), settings.timeZone);
    return this.sponsors.painPointIdsPromised(timings, today, holidaysOf(settings));
  }

  /** The dates are kept by another part: the order is made of them here, and only the page's rows are read. */
  private async listByCommitment(
    frame: FilterFrame,
    request: ListRequest,
    first: number,
  ): Promise<Page<ReadPainPoint>> {
    const dates = await this.sponsors.committedDates();
    const matching = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .where((eb) => conditionOf(eb, request.filter, frame))
        .select('pain_point.id')
        .execute(),
    );
    const inOrder = matching
      .map(({ id }) => ({ id, key: `${dates.get(id) ?? '9999-12-31'} ${id}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const last = request.after ? String(placeOf(request.after, request.sort, 1)[0]) : '';
    const rest = inOrder.filter(({ key }) => key > last).slice(0, first + 1);
    const page = pageOf(rest, first, inOrder.length, ({ key }) => encodeCursor([request.sort, key]));
    const found = new Map((await this.byIds(page.nodes.map(({ id }) => id))).map((one) => [one.id, one]));
    return { ...page, nodes: page.nodes.map(({ id }) => found.get(id) as ReadPainPoint) };
  }
}

/** Refuses a filter that names more than any screen offers, before the database does. */
function assertNarrow(filter: PainPointFilter): void {
  for (const [field, values] of Object.entries(filter)) {
    if (!Array.isArray(values) || values.length <= LONGEST_FILTER) continue;
    throw badInput(field, `A filter names up to ${LONGEST_FILTER} of a kind. Please choose fewer.`);
  }
}

/** The values that a cursor stands for; a cursor of a list in another order names no place in this one. */
function placeOf(cursor: string, sort: PainPointSort, length: number): (string | number | null)[] {
  const [order, ...values] = decodeCursor(cursor, length + 1);
  if (order !== sort) throw unknownPlace();
  return values;
}

function keysOf(sort: PainPointSort, hourlyCost: number): SortKey[] {
  const id: SortKey = { alias: 'sort_id', expression: sql.ref('pain_point.id'), descending: false };
  const rate = bleedRateSql(hourlyCost);
  if (sort === PainPointSort.RAISED_AT) {
    return [{ alias: 'sort_raised', expression: sql.ref('pain_point.raised_at'), descending: true }, id];
  }
  if (sort === PainPointSort.BLEED_PER_WEEK) return [{ alias: 'sort_rate', expression: rate, descending: true }, id];
  if (sort === PainPointSort.SCORE) {
    const effort = sql.ref('pain_point.effort_days');
    const score = sql<number>`case when ${effort} is null then -1 when ${effort} < 0.25 then ${rate} / 0.25 else ${rate} / ${effort} end`;
    return [{ alias: 'sort_score', expression: score, descending: true }, id];
  }
  return [
    { alias: 'sort_stage', expression: sql.ref('stage.position'), descending: false },
    { alias: 'sort_rank', expression: sql.ref('pain_point.rank'), descending: false },
    id,
  ];
}

/** Only what comes after a place: greater in the first key, or equal there and greater in the next, and so on. */
function after<Output>(query: Query<Output>, keys: SortKey[], values: (string | number | null)[]): Query<Output> {
  return query.where((eb) =>
    eb.or(
      keys.map(({ expression, descending }, index) =>
        eb.and([
          ...keys.slice(0, index).map((key, earlier) => eb(key.expression, '=', values[earlier] as never)),
          eb(expression, descending ? '<' : '>', values[index] as never),
        ]),
      ),
    ),
  );
}
