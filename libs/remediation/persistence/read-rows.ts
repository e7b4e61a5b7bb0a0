import type { CostEstimate } from '../domain/bleeding.js';
import type { PainPoint } from '../domain/pain-point.js';
import type { PastRate, Workaround } from '../domain/workaround.js';
import type { PainPointRow } from './tables.js';

/** A pain point as it was read: complete, or only with the fields that were asked for. */
export type ReadPainPoint = Pick<PainPoint, DataField>;

type DataField = {
  [Field in keyof PainPoint]: PainPoint[Field] extends (...given: never[]) => unknown ? never : Field;
}[Exclude<keyof PainPoint, 'onBoard'>];

/** The columns that every reading takes: what the calculated fields and links are made of. */
const ALWAYS = [
  'id',
  'board_id',
  'key',
  'version',
  'stage_id',
  'rank',
  'raiser_id',
  'raised_at',
  'fixed_at',
  'closed_at',
  'merged_into_id',
  'people_affected',
  'hours_lost_per_person_per_week',
  'direct_cost_per_week',
  'effort_days',
] as const;

/** The columns behind fields of the API that are read only when they are selected. */
const ON_DEMAND: Record<string, readonly (keyof PainPointRow)[]> = {
  title: ['title'],
  description: ['description'],
  enteredStageAt: ['entered_stage_at'],
  confirmed: ['confirmed'],
  reopenedCount: ['reopened_count'],
  raisedBy: ['typed_by_id'],
  viewerMayConfirm: ['typed_by_id', 'owner_id'],
  owner: ['owner_id'],
  businessUnit: ['business_unit_id'],
  service: ['service_id'],
  tags: ['tags'],
  bleedWhenPlanned: ['estimate_when_planned'],
  stopsPerWeek: ['estimate_when_planned'],
  bledSoFar: ['past_rates'],
  bleedExplained: ['past_rates'],
  unitCosts: ['workaround'],
  workaround: ['workaround'],
  slowed: ['workaround'],
  blocked: ['blocked'],
  blockedReason: ['blocked_reason'],
  closed: ['closed_as', 'closed_reason', 'closed_by_id'],
  silent: ['awaited_since', 'last_word_at'],
  silence: ['awaited_since', 'last_word_at', 'owner_told_on', 'leads_told_on'],
};

/** The columns to read for a selection of fields; all of them without one. */
export function columnsFor(fields: ReadonlySet<string> | null): (keyof PainPointRow)[] {
  const wanted = Object.entries(ON_DEMAND).filter(([field]) => fields === null || fields.has(field));
  return [...new Set([...ALWAYS, ...wanted.flatMap(([, columns]) => columns)])];
}

/** A pain point out of a row, with the values as the domain has them. */
export function readPainPoint(row: Partial<PainPointRow>): ReadPainPoint {
  return {
    id: row.id as string,
    boardId: row.board_id as string,
    key: row.key as string,
    title: row.title as string,
    description: row.description as string,
    version: row.version as number,
    stageId: row.stage_id as string,
    rank: row.rank as string,
    enteredStageAt: row.entered_stage_at as string,
    raisedAt: row.raised_at as string,
    fixedAt: row.fixed_at ?? null,
    confirmed: Boolean(row.confirmed),
    reopenedCount: row.reopened_count as number,
    raiserId: row.raiser_id as string,
    typedById: row.typed_by_id as string,
    ownerId: row.owner_id ?? null,
    businessUnitId: row.business_unit_id ?? null,
    serviceId: row.service_id ?? null,
    tags: row.tags === undefined ? [] : (JSON.parse(row.tags) as string[]),
    peopleAffected: row.people_affected as number,
    hoursLostPerPersonPerWeek: row.hours_lost_per_person_per_week as number,
    directCostPerWeek: row.direct_cost_per_week as number,
    effortDays: row.effort_days ?? null,
    estimateWhenPlanned: estimateOf(row.estimate_when_planned ?? null),
    slowedBy: row.workaround == null ? null : (JSON.parse(row.workaround) as Workaround),
    pastRates: row.past_rates === undefined ? [] : (JSON.parse(row.past_rates) as PastRate[]),
    blocked: Boolean(row.blocked),
    blockedReason: row.blocked_reason ?? null,
    closedAs: (row.closed_as ?? null) as PainPoint['closedAs'],
    closedReason: row.closed_reason ?? null,
    closedAt: row.closed_at ?? null,
    closedById: row.closed_by_id ?? null,
    mergedIntoId: row.merged_into_id ?? null,
    heard: {
      awaitedSince: row.awaited_since ?? null,
      answeredAt: row.answered_at ?? null,
      lastWordAt: row.last_word_at as string,
      ownerToldOn: row.owner_told_on ?? null,
      leadsToldOn: row.leads_told_on ?? null,
    },
  };
}

/** An estimate as it was noted when a pain point was planned. */
export function estimateOf(noted: string | null): CostEstimate | null {
  return noted === null ? null : (JSON.parse(noted) as CostEstimate);
}
