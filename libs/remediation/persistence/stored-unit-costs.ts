import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { UnitCost } from '../domain/unit-cost.js';
import type { RemediationTables } from './tables.js';

/** What single business units said that pain points cost them. */
@Injectable()
export class StoredUnitCosts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For each of these pain points the parts that units claimed, the first said first. */
  async of(painPointIds: readonly string[]): Promise<Map<string, UnitCost[]>> {
    return this.unitOfWork.read((em) => read(em.getKysely<RemediationTables>(), painPointIds));
  }

  /** The parts of one pain point, to be reckoned with in this transaction. */
  async within({ em }: Transaction, painPointId: string): Promise<UnitCost[]> {
    return (await read(em.getKysely<RemediationTables>(), [painPointId])).get(painPointId) ?? [];
  }

  /** Keeps what a unit says now, in place of what it said before. */
  async save({ em }: Transaction, painPointId: string, cost: UnitCost): Promise<void> {
    const said = {
      people_affected: cost.peopleAffected,
      hours_lost_per_person_per_week: cost.hoursLostPerPersonPerWeek,
      direct_cost_per_week: cost.directCostPerWeek,
      said_by_id: cost.saidById,
      said_at: cost.saidAt,
    };
    await em
      .getKysely<RemediationTables>()
      .insertInto('unit_cost')
      .values({ pain_point_id: painPointId, business_unit_id: cost.businessUnitId, ...said })
      .onConflict((same) => same.columns(['pain_point_id', 'business_unit_id']).doUpdateSet(said))
      .execute();
  }
}

async function read(
  kysely: Kysely<RemediationTables>,
  painPointIds: readonly string[],
): Promise<Map<string, UnitCost[]>> {
  const rows = await kysely
    .selectFrom('unit_cost')
    .selectAll()
    .where('pain_point_id', 'in', [...painPointIds])
    .orderBy('said_at')
    .orderBy('business_unit_id')
    .execute();
  const found = new Map<string, UnitCost[]>();
  for (const row of rows) {
    const costs = found.get(row.pain_point_id) ?? [];
    costs.push({
      businessUnitId: row.business_unit_id,
      peopleAffected: row.people_affected,
      hoursLostPerPersonPerWeek: row.hours_lost_per_person_per_week,
      directCostPerWeek: row.direct_cost_per_week,
      saidById: row.said_by_id,
      saidAt: row.said_at,
    });
    found.set(row.pain_point_id, costs);
  }
  return found;
}
