import { Clock, instantAfter } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ApiToken } from '../domain/api-token.js';
import { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';

/** "Last used" is kept to the minute: nobody needs it finer, and a token may be used a thousand times a second. */
const USE_IS_NOTED_EVERY = 60_000;

/** The API tokens that people have made. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The tokens of a person, the latest first. */
  async of(personId: string): Promise<ApiToken[]> {
    return this.unitOfWork.read((em) => em.find(ApiToken, { personId }, { orderBy: { id: 'desc' } }));
  }

  /** Who acts with the secret of this hash, and notes that it was used; null when it opens nothing (any more). */
  async use(secretHash: string): Promise<Visitor | null> {
    const found = await this.unitOfWork.read(async (em) => {
      const token = await em.findOne(ApiToken, { secretHash });
      const person = token && (await em.findOne(Person, { id: token.personId, deactivatedAt: null }));
      return token && person && { token, person };
    });
    if (!found) return null;
    const { token, person } = found;
    const now = this.clock.now();
    if (token.lastUsedAt === null || token.lastUsedAt < instantAfter(now, -USE_IS_NOTED_EVERY)) {
      await this.unitOfWork.run(({ em }) => em.nativeUpdate(ApiToken, { id: token.id }, { lastUsedAt: now }));
    }
    return { personId: person.id, role: person.role, tokenId: token.id };
  }

  /** Takes all tokens of a person away. */
  async endAll(personId: string): Promise<void> {
    await this.unitOfWork.run(({ em }) => em.nativeDelete(ApiToken, { personId }));
  }
}
