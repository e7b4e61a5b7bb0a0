import { Ids, type Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface HourlyCostTables {
  hourly_cost: { id: string; since: Instant; hourly_cost: number };
}

/** What an hour of work cost from a moment on. */
export interface HourlyCostSince {
  readonly since: Instant;
  readonly hourlyCost: number;
}

/** What an hour of work cost at which time: what is counted now does not change what was counted before. */
@Injectable()
export class HourlyCosts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** An hour costs so much from now on. */
  async record({ em }: Transaction, hourlyCost: number, since: Instant): Promise<void> {
    const row = { id: this.ids.next(), since, hourly_cost: hourlyCost };
    await em.getKysely<HourlyCostTables>().insertInto('hourly_cost').values(row).execute();
  }

  /** All that was ever said of it, the oldest first; the first holds for whatever was before it, too. */
  async all(): Promise<HourlyCostSince[]> {
    const rows = await this.unitOfWork.read((em) =>
      em.getKysely<HourlyCostTables>().selectFrom('hourly_cost').selectAll().orderBy('since').orderBy('id').execute(),
    );
    return rows.map((row) => ({ since: row.since, hourlyCost: row.hourly_cost }));
  }
}
