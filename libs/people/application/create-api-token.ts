import { badInput, Clock, forbidden, Ids } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ApiToken, newSecret } from '../domain/api-token.js';
import type { Visitor } from '../domain/visitor.js';
import { ApiTokens } from '../persistence/api-tokens.js';

const MOST_TOKENS = 50;

/**
 * Makes an API token for oneself and shows its secret, once. A token cannot make further ones: whoever stole one would
 * keep the way in after it was revoked.
 */
@Injectable()
export class CreateApiToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly apiTokens: ApiTokens,
  ) {}

  async run(visitor: Visitor, input: { name: string }): Promise<{ apiToken: ApiToken; secret: string }> {
    if (visitor.tokenId !== undefined) throw forbidden('An API token cannot make another one. Sign in to do so.');
    const secret = newSecret();
    const apiToken = new ApiToken({
      id: this.ids.next(),
      personId: visitor.personId,
      name: input.name,
      secret,
      createdAt: this.clock.now(),
    });
    await this.unitOfWork.run(async ({ em }) => {
      if ((await this.apiTokens.of(visitor.personId)).length >= MOST_TOKENS) {
        throw badInput('name', `You have ${MOST_TOKENS} API tokens already. Revoke one that is no longer used.`);
      }
      em.persist(apiToken);
    });
    return { apiToken, secret };
  }
}
