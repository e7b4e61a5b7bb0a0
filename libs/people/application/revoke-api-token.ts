import { notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ApiToken } from '../domain/api-token.js';
import type { Actor } from '../domain/visitor.js';
import { IdentifyVisitor } from './identify-visitor.js';

/** Takes one of one's own API tokens away; whatever uses it is shut out at once. */
@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identifyVisitor: IdentifyVisitor,
  ) {}

  async run(actor: Actor, input: { id: string }): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const gone = await em.nativeDelete(ApiToken, { id: input.id, personId: actor.personId });
      if (gone === 0) throw notFound('API token');
      transaction.afterCommit(() => this.identifyVisitor.forget(actor.personId));
    });
  }
}
