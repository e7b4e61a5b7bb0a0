import type { Transaction } from '@stanch/platform';
import { PainPoint } from '../domain/pain-point.js';
import { type ReadPainPoint, readPainPoint } from './read-rows.js';
import type { PainPointRow, RemediationTables } from './tables.js';

/** What each transaction has loaded, with the rows as they stood: one object for one pain point, and only changes saved. */
type Loaded = Map<string, { painPoint: PainPoint; row: PainPointRow }>;

const loaded = new WeakMap<object, Loaded>();

/**
 * Loads pain points for a change, without detours: a move loads, decides and saves one row, a thousand times a second.
 * The same id gives the same object for the rest of the transaction.
 */
export async function loadPainPoints({ em }: Transaction, ids: readonly string[]): Promise<PainPoint[]> {
  let known = loaded.get(em);
  if (!known) loaded.set(em, (known = new Map() as Loaded));
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  if (missing.length > 0) {
    const rows = await em
      .getKysely<RemediationTables>()
      .selectFrom('pain_point')
      .selectAll()
      .where('id', 'in', missing)
      .execute();
    for (const row of rows.map(readPainPoint)) {
      known.set(row.id, { painPoint: Object.assign(new PainPoint(), row), row: rowOf(row) });
    }
  }
  return ids.flatMap((id) => known.get(id)?.painPoint ?? []);
}

/** Writes what has changed of a pain point since it was loaded; a new one as a whole. */
export async function savePainPoint({ em }: Transaction, painPoint: PainPoint): Promise<void> {
  const kysely = em.getKysely<RemediationTables>();
  const row = rowOf(painPoint);
  const before = loaded.get(em)?.get(painPoint.id);
  if (!before) {
    await kysely.insertInto('pain_point').values(row).execute();
  } else {
    const columns = (Object.keys(row) as (keyof PainPointRow)[]).filter((column) => row[column] !== before.row[column]);
    if (columns.length === 0) return;
    const changed = Object.fromEntries(columns.map((column) => [column, row[column]]));
    await kysely.updateTable('pain_point').set(changed).where('id', '=', painPoint.id).execute();
  }
  const known = loaded.get(em) ?? new Map<string, { painPoint: PainPoint; row: PainPointRow }>();
  loaded.set(em, known.set(painPoint.id, { painPoint, row }));
}

/** A pain point as its row. */
export function rowOf(painPoint: ReadPainPoint): PainPointRow {
  return {
    id: painPoint.id,
    board_id: painPoint.boardId,
    key: painPoint.key,
    title: painPoint.title,
    description: painPoint.description,
    version: painPoint.version,
    stage_id: painPoint.stageId,
    rank: painPoint.rank,
    entered_stage_at: painPoint.enteredStageAt,
    raised_at: painPoint.raisedAt,
    fixed_at: painPoint.fixedAt,
    confirmed: painPoint.confirmed,
    reopened_count: painPoint.reopenedCount,
    raiser_id: painPoint.raiserId,
    typed_by_id: painPoint.typedById,
    owner_id: painPoint.ownerId,
    business_unit_id: painPoint.businessUnitId,
    service_id: painPoint.serviceId,
    tags: JSON.stringify(painPoint.tags),
    people_affected: painPoint.peopleAffected,
    hours_lost_per_person_per_week: painPoint.hoursLostPerPersonPerWeek,
    direct_cost_per_week: painPoint.directCostPerWeek,
    effort_days: painPoint.effortDays,
    estimate_when_planned: painPoint.estimateWhenPlanned && JSON.stringify(painPoint.estimateWhenPlanned),
    workaround: painPoint.slowedBy && JSON.stringify(painPoint.slowedBy),
    past_rates: JSON.stringify(painPoint.pastRates),
    blocked: painPoint.blocked,
    blocked_reason: painPoint.blockedReason,
    closed_as: painPoint.closedAs,
    closed_reason: painPoint.closedReason,
    closed_at: painPoint.closedAt,
    closed_by_id: painPoint.closedById,
    merged_into_id: painPoint.mergedIntoId,
    awaited_since: painPoint.heard.awaitedSince,
    answered_at: painPoint.heard.answeredAt,
    last_word_at: painPoint.heard.lastWordAt,
    owner_told_on: painPoint.heard.ownerToldOn,
    leads_told_on: painPoint.heard.leadsToldOn,
  };
}
