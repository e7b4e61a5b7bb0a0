import type { Day, Holidays, Instant } from '@stanch/kernel';
import type { CommitmentTiming, SponsorLookup } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, CommitmentState, standingAmong, timingOf } from '../domain/commitment.js';
import { Sponsorship } from '../domain/sponsorship.js';

interface SponsorshipTables {
  pain_point: { id: string; closed_at: Instant | null; fixed_at: Instant | null };
  sponsorship: {
    pain_point_id: string;
    person_id: string;
    reason: Sponsorship['reason'];
    added_by_id: string;
    at: Instant;
    muted: number | boolean;
  };
  commitment: {
    id: string;
    pain_point_id: string;
    by_id: string;
    made_on: Day;
    due_on: Day;
    first_due_on: Day;
    state: CommitmentState;
    delivered_on: Day | null;
    near_told_on: Day | null;
    reason: string | null;
    missed_because: string | null;
  };
}

/** Who stands behind which pain point. */
@Injectable()
export class Sponsors implements SponsorLookup {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The sponsorships of these pain points, the oldest first; to look at only. */
  async of(painPointIds: readonly string[]): Promise<Map<string, Sponsorship[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('sponsorship')
        .selectAll()
        .where('pain_point_id', 'in', painPointIds)
        .orderBy('at')
        .orderBy('person_id')
        .execute(),
    );
    const sponsorships = rows.map(
      (row) =>
        new Sponsorship({
          painPointId: row.pain_point_id,
          personId: row.person_id,
          reason: row.reason,
          addedById: row.added_by_id,
          at: row.at,
          muted: Boolean(row.muted),
        }),
    );
    return Map.groupBy(sponsorships, ({ painPointId }) => painPointId);
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

  /** The pain points that somebody stands behind and wants to hear of. */
  async heardBy(personId: string): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('sponsorship')
        .select('pain_point_id')
        .where('person_id', '=', personId)
        .where('muted', '=', false)
        .execute(),
    );
    return rows.map((row) => row.pain_point_id);
  }

  async isSponsor(painPointId: string, personId: string): Promise<boolean> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('sponsorship')
        .select('person_id')
        .where('pain_point_id', '=', painPointId)
        .where('person_id', '=', personId)
        .executeTakeFirst(),
    );
    return row !== undefined;
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

  /** Of what is not fixed and on the board, what is promised for a date that is near, or past. */
  async painPointIdsPromised(timings: readonly CommitmentTiming[], today: Day, holidays: Holidays): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .innerJoin('pain_point', 'pain_point.id', 'commitment.pain_point_id')
        .selectAll('commitment')
        .where('pain_point.closed_at', 'is', null)
        .where('pain_point.fixed_at', 'is', null)
        .orderBy('commitment.id')
        .execute(),
    );
    const promised = Map.groupBy(rows.map(readCommitment), ({ painPointId }) => painPointId);
    return [...promised].flatMap(([id, commitments]) => {
      const timing = timingOf(standingAmong(commitments), today, holidays);
      return timing !== null && timings.includes(timing) ? [id] : [];
    });
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

  /** The promise that stands for a pain point, to be changed in this transaction; null when none was made. */
  async standing({ em }: Pick<Transaction, 'em'>, painPointId: string): Promise<Commitment | null> {
    return standingAmong(await em.find(Commitment, { painPointId }, { orderBy: { id: 'asc' } }));
  }

  /**
   * The commitments that matter from a day on: promised first for it or later, or open, or broken and still waiting, or
   * counted in weeks that are closed. Each comes with all dates of the same promise, since these count as one.
   */
  async commitmentsSince(from: Day, counted: readonly string[] = []): Promise<Commitment[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .selectAll()
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('commitment as one')
              .select('one.id')
              .whereRef('one.pain_point_id', '=', 'commitment.pain_point_id')
              .whereRef('one.first_due_on', '=', 'commitment.first_due_on')
              .where((matters) =>
                matters.or([
                  matters('one.first_due_on', '>=', from),
                  matters('one.due_on', '>=', from),
                  matters('one.state', 'in', [CommitmentState.OPEN, CommitmentState.BROKEN]),
                  matters('one.id', 'in', counted.length > 0 ? counted : ['']),
                ]),
              ),
          ),
        )
        .orderBy('id')
        .execute(),
    );
    return rows.map(readCommitment);
  }

  /** The pain points of these commitments, by the commitments' ids; a merge brings a commitment to another one. */
  async homes(commitmentIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .select(['id', 'pain_point_id'])
        .where('id', 'in', commitmentIds)
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row.pain_point_id]));
  }

  /** All commitments of these pain points, the oldest first; to look at only. */
  async commitments(painPointIds: readonly string[]): Promise<Map<string, Commitment[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<SponsorshipTables>()
        .selectFrom('commitment')
        .selectAll()
        .where('pain_point_id', 'in', painPointIds)
        .orderBy('id')
        .execute(),
    );
    return Map.groupBy(rows.map(readCommitment), ({ painPointId }) => painPointId);
  }
}

function readCommitment(row: SponsorshipTables['commitment']): Commitment {
  return Object.assign(Object.create(Commitment.prototype) as Commitment, {
    id: row.id,
    painPointId: row.pain_point_id,
    byId: row.by_id,
    madeOn: row.made_on,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    state: row.state,
    deliveredOn: row.delivered_on,
    nearToldOn: row.near_told_on,
    reason: row.reason,
    missedBecause: row.missed_because,
  });
}
