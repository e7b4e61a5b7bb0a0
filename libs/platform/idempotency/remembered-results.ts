import { createHash } from 'node:crypto';
import { badInput, Clock, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';

interface RememberedTable {
  remembered_result: {
    person_id: string;
    operation: string;
    key: string;
    result: string;
    at: string;
    /** Null when it was remembered before requests were compared. */
    request: string | null;
  };
}

const LONGEST_KEY = 200;

/**
 * Gives the first result again when the same person sends the same request with the same key within a day, and refuses
 * another request with that key. The result is stored in the transaction of the change, so it is remembered exactly when
 * the change was made.
 */
@Injectable()
export class RememberedResults {
  private forgottenAt = '';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Does the work once per person, operation and key of the input. The result must survive a round trip through JSON. */
  async once<Result>(
    { personId, operation, input }: { personId: string; operation: string; input: Keyed },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const key = input.idempotencyKey;
    if (!key) return this.unitOfWork.run(work);
    if (key.length > LONGEST_KEY) throw badInput('idempotencyKey', `A key has at most ${LONGEST_KEY} characters.`);
    const request = digestOf(input);
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
        .select(['result', 'at', 'request'])
        .where('person_id', '=', personId)
        .where('operation', '=', operation)
        .where('key', '=', key)
        .executeTakeFirst();
      if (known && known.at >= oldest) {
        if (known.request !== null && known.request !== request) {
          throw badInput(
            'idempotencyKey',
            'This key came with another request before. Send a new key with a new request.',
          );
        }
        return JSON.parse(known.result) as Result;
      }
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
        .values({ person_id: personId, operation, key, result: JSON.stringify(result), at: now, request })
        .execute();
      return result;
    });
  }
}

/** An input that may carry the key by which a repeated request is known. */
export interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** The same for requests that say the same: in any order of fields, and whether nothing is left out or null. */
function digestOf(input: object): string {
  const said = JSON.stringify(input, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
    return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
  return createHash('sha256').update(said).digest('base64url');
}
