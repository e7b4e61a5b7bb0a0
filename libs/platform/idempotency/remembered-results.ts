import { Clock, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

interface RememberedTable {
  remembered_result: { person_id: string; operation: string; key: string; result: string; at: string };
}

/**
 * Gives the first result again when the same person sends the same request with the same key within a day. The result
 * is stored in the transaction of the change, so it is remembered exactly when the change was made.
 */
@Injectable()
export class RememberedResults {
  private forgottenAt = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Does the work once per person, operation and key. The result must survive a round trip through JSON. */
  async once<Result>(
    request: { personId: string; operation: string; key: string | null | undefined },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const { personId, operation, key } = request;
    if (!key) return this.unitOfWork.run(work);
    return this.unitOfWork.run(async ({ em }) => {
      const kysely = em.getKysely<RememberedTable>();
      const now = this.clock.now();
      const oldest = instantAfter(now, -MILLISECONDS_PER_DAY);
      if (this.forgottenAt !== now.slice(0, 13)) {
        this.forgottenAt = now.slice(0, 13);
        await kysely.deleteFrom('remembered_result').where('at', '<', oldest).execute();
      }
      const known = await kysely
        .selectFrom('remembered_result')
        .select(['result', 'at'])
        .where('person_id', '=', personId)
        .where('operation', '=', operation)
        .where('key', '=', key)
        .executeTakeFirst();
      if (known && known.at >= oldest) return JSON.parse(known.result) as Result;
      if (known) {
        await kysely
          .deleteFrom('remembered_result')
          .where('person_id', '=', personId)
          .where('operation', '=', operation)
          .where('key', '=', key)
          .execute();
      }
      const result = await work();
      await kysely
        .insertInto('remembered_result')
        .values({ person_id: personId, operation, key, result: JSON.stringify(result), at: now })
        .execute();
      return result;
    });
  }
}
