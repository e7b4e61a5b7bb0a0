import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely';
import { highBleedRate, LITTLE_EFFORT_DAYS, Quadrant } from '../domain/bleeding.js';
import type { SilentBefore } from '../domain/silence.js';
import { StageCategory } from '../domain/stage.js';
import type { CommitmentTiming } from '../domain/commitment-timing.js';
import type { RemediationTables } from './tables.js';

/** What a list of pain points is narrowed to; what is missing narrows nothing. */
export interface PainPointFilter {
  text?: string | null;
  stageIds?: string[] | null;
  categories?: StageCategory[] | null;
  ownerIds?: string[] | null;
  sponsorIds?: string[] | null;
  businessUnitIds?: string[] | null;
  serviceIds?: string[] | null;
  /** Carries all of these tags. */
  tags?: string[] | null;
  blocked?: boolean | null;
  quadrants?: Quadrant[] | null;
  mine?: boolean | null;
  silent?: boolean | null;
  commitmentTimings?: CommitmentTiming[] | null;
  /** Also those that were parked, declined or merged. */
  includeClosed?: boolean | null;
}

/** What a filter is judged by, besides itself. */
export interface FilterFrame {
  readonly viewerId: string;
  readonly hourlyCost: number;
  /** The pain points that the sponsors of the filter sponsor. */
  readonly sponsoredIds: readonly string[] | null;
  /** The pain points that the viewer sponsors; read when the filter says "mine". */
  readonly ownSponsoredIds: readonly string[] | null;
  /** The pain points whose promised date is as near as the filter asks; read when it does. */
  readonly promisedIds: readonly string[] | null;
  /** What has waited since before is silent; worked out when the filter asks for it. */
  readonly silentBefore: SilentBefore | null;
}

type Tables = RemediationTables;
type Builder = ExpressionBuilder<Tables, 'pain_point' | 'stage'>;
type Condition = Expression<SqlBool>;

/** The bleed rate of a row as SQL: the same formula as `bleedPerWeek` of the domain. */
export function bleedRateSql(hourlyCost: number) {
  return sql<number>`(pain_point.people_affected * pain_point.hours_lost_per_person_per_week * ${hourlyCost} + pain_point.direct_cost_per_week)`;
}

/** The condition that a filter makes. */
export function conditionOf(eb: Builder, filter: PainPointFilter, frame: FilterFrame): Condition {
  const all: Condition[] = [];
  if (!filter.includeClosed) all.push(eb('pain_point.closed_at', 'is', null));
  const lists = [
    ['pain_point.stage_id', filter.stageIds],
    ['stage.category', filter.categories],
    ['pain_point.owner_id', filter.ownerIds],
    ['pain_point.business_unit_id', filter.businessUnitIds],
    ['pain_point.service_id', filter.serviceIds],
  ] as const;
  for (const [column, values] of lists) {
    if (values) all.push(eb(column, 'in', idsOrNone(values) as never));
  }
  const text = filter.text?.trim();
  if (text) all.push(textCondition(eb, text));
  for (const tag of filter.tags ?? []) {
    all.push(containing(sql.ref('pain_point.tags'), JSON.stringify(tag)));
  }
  if (filter.blocked !== null && filter.blocked !== undefined) all.push(eb('pain_point.blocked', '=', filter.blocked));
  if (filter.quadrants) all.push(eb.or(filter.quadrants.map((one) => quadrantCondition(eb, one, frame.hourlyCost))));
  if (frame.sponsoredIds) all.push(eb('pain_point.id', 'in', idsOrNone(frame.sponsoredIds)));
  if (frame.promisedIds) {
    all.push(eb('pain_point.id', 'in', idsOrNone(frame.promisedIds)));
    all.push(eb('stage.category', 'not in', [StageCategory.CHECKING, StageCategory.FIXED]));
  }
  if (frame.silentBefore) {
    const silent = silentCondition(eb, frame.silentBefore);
    all.push(filter.silent ? silent : eb.not(silent));
  }
  if (filter.mine) all.push(mineCondition(eb, frame));
  return eb.and(all);
}

function textCondition(eb: Builder, text: string): Condition {
  const columns = ['title', 'description', 'key', 'tags'].map((column) => sql.ref(`pain_point.${column}`));
  return eb.or(columns.map((column) => containing(column, text)));
}

/** Contains the text, whatever its capitals; `%` and `_` stand for themselves. */
export function containing(column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> {
  const pattern = `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql<SqlBool>`lower(${column}) like ${pattern} escape '\\'`;
}

function quadrantCondition(eb: Builder, quadrant: Quadrant, hourlyCost: number): Condition {
  const little = quadrant === Quadrant.QUICK_WIN || quadrant === Quadrant.FILL_IN;
  const high = quadrant === Quadrant.QUICK_WIN || quadrant === Quadrant.BIG_FIX;
  const threshold = highBleedRate(hourlyCost);
  const rate = bleedRateSql(hourlyCost);
  return eb.and([
    eb('pain_point.effort_days', little ? '<=' : '>', LITTLE_EFFORT_DAYS),
    high ? eb.and([eb(rate, '>=', threshold), eb(rate, '>', 0)]) : eb.or([eb(rate, '<', threshold), eb(rate, '<=', 0)]),
  ]);
}

/** What is silent: the same rule as `Patience` of the domain. */
export function silentCondition(
  eb: ExpressionBuilder<Tables, 'pain_point'>,
  { awaitedSince, lastWordAt }: SilentBefore,
): Condition {
  return eb.and([
    eb('pain_point.fixed_at', 'is', null),
    eb('pain_point.closed_at', 'is', null),
    eb.or([
      // Whoever waits for no answer has not waited, which must be false and not unknown.
      eb(sql`coalesce(pain_point.awaited_since, '9999')`, '<', awaitedSince),
      eb('pain_point.last_word_at', '<', lastWordAt),
    ]),
  ]);
}

/** What concerns the viewer: raised or sponsored by them, owned by them, or with a task of theirs. */
function mineCondition(eb: Builder, frame: FilterFrame): Condition {
  return eb.or([
    eb('pain_point.raiser_id', '=', frame.viewerId),
    eb('pain_point.owner_id', '=', frame.viewerId),
    eb('pain_point.id', 'in', idsOrNone(frame.ownSponsoredIds ?? [])),
    eb.exists(
      eb
        .selectFrom('task_pain_point')
        .innerJoin('remediation_task', 'remediation_task.id', 'task_pain_point.task_id')
        .select('task_pain_point.task_id')
        .whereRef('task_pain_point.pain_point_id', '=', 'pain_point.id')
        .where('remediation_task.assignee_id', '=', frame.viewerId),
    ),
  ]);
}

/** An empty list must match nothing; SQL has no empty `in`. */
function idsOrNone(ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : [''];
}
