import type { Day } from '@stanch/kernel';
import type { SponsorLookup } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, CommitmentState } from '../domain/commitment.js';
import { Sponsorship } from '../domain/sponsorship.js';

interface SponsorshipTables {
  sponsorship: { pain_point_id: string; person_id: string };
  commitment: { pain_point_id: string; due_on: string; state: string };
}

/** Who stands behind which pain point. */
@Injectable()
export class Sponsors implements SponsorLookup {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The sponsorships of these pain points, the oldest first. */
  async of(painPointIds: readonly string[]): Promise<Map<string, Sponsorship[]>> {
    if (painPointIds.length === 0) return new Map();
    const found = await this.unitOfWork.read((em) =>
      em.find(Sponsorship, { painPointId: { $in: [...painPointIds] } }, { orderBy: { at: 'asc', personId: 'asc' } }),
    );
    return Map.groupBy(found, ({ painPointId }) => painPointId);
  }

  async painPointIdsOf(personIds: readonly string[]): Promise<string[]> {
    if (personIds.length === 0) return [];
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('sponsorship')
        .select('pain_point_id')
        .distinct()
        .where('person_id', 'in', [...personIds])
        .execute(),
    );
    return rows.map((row) => row.pain_point_id);
  }

  async isSponsor(painPointId: string, personId: string): Promise<boolean> {
    return this.unitOfWork.read(async (em) => (await em.count(Sponsorship, { painPointId, personId })) > 0);
  }

  async committedDates(): Promise<ReadonlyMap<string, Day>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .select(['pain_point_id', 'due_on'])
        .where('state', '=', CommitmentState.OPEN)
        .execute(),
    );
    return new Map(rows.map((row) => [row.pain_point_id, row.due_on]));
  }

  /** Whether a date is or was promised for a pain point. */
  async isPromised(painPointId: string): Promise<boolean> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .select('due_on')
        .where('pain_point_id', '=', painPointId)
        .limit(1)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** All commitments of these pain points, the oldest first. */
  async commitments(painPointIds: readonly string[]): Promise<Map<string, Commitment[]>> {
    const found = await this.unitOfWork.read((em) =>
      em.find(Commitment, { painPointId: { $in: [...painPointIds] } }, { orderBy: { id: 'asc' } }),
    );
    return Map.groupBy(found, ({ painPointId }) => painPointId);
  }
}
