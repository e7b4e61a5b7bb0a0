import { Ids, type Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface HourlyCostTables {
  hourly_cost: { id: string; since: Instant; hourly_cost: number; currency: string };
}

/** What an hour of work cost from a moment on, and in which money all amounts were. */
export interface HourlyCostSince {
  readonly since: Instant;
  readonly hourlyCost: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What an hour of work cost at which time, in which money: what is counted now does not change what was counted before. */
@Injectable()
export class HourlyCosts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** An hour costs so much from now on. */
  async record({ em }: Transaction, { hourlyCost, currency, since }: HourlyCostSince): Promise<void> {
    const row = { id: this.ids.next(), since, hourly_cost: hourlyCost, currency };
    await em.getKysely<HourlyCostTables>().insertInto('hourly_cost').values(row).execute();
  }

  /** All that was ever said of it, the oldest first; the first holds for whatever was before it, too. */
  async all(): Promise<HourlyCostSince[]> {
    const rows = await this.unitOfWork.read((em) =>
      em.getKysely<HourlyCostTables>().selectFrom('hourly_cost').selectAll().orderBy('since').orderBy('id').execute(),
    );
    return rows.map(({ since, hourly_cost: hourlyCost, currency }) => ({ since, hourlyCost, currency }));
  }
}
