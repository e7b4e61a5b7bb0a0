import { People } from '@stanch/people';
import { type PainPoint, ReadLinked } from '@stanch/remediation';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Confirming } from '../domain/confirmation.js';
import type { Candidate } from '../domain/confirmation-request.js';
import { Sponsorship } from '../domain/sponsorship.js';

type Card = Pick<PainPoint, 'id' | 'ownerId' | 'raiserId' | 'typedById'>;

/** Knows who around a pain point can say that it is fixed: who feels it, and neither treated it nor only wrote it down. */
@Injectable()
export class WhoMayConfirm {
  constructor(
    private readonly people: People,
    private readonly linked: ReadLinked,
  ) {}

  /** What decides about one person. */
  async about({ em }: Transaction, personId: string, card: Card, category: string): Promise<Confirming> {
    const sponsorship = await em.findOne(Sponsorship, { painPointId: card.id, personId });
    return {
      isSponsor: sponsorship !== null,
      onlyTypedIt: card.typedById === personId && card.raiserId !== personId,
      workedOnIt: (await this.workers(card)).has(personId),
      category,
    };
  }

  /** All sponsors, each with whether they may be asked. */
  async candidates({ em }: Transaction, card: Card): Promise<Candidate[]> {
    const sponsorships = await em.find(Sponsorship, { painPointId: card.id }, { orderBy: { at: 'asc' } });
    const workers = await this.workers(card);
    const people = new Map(
      (await this.people.byIds(sponsorships.map(({ personId }) => personId))).map((p) => [p.id, p]),
    );
    return sponsorships.map(({ personId, muted }) => ({
      personId,
      raiser: card.raiserId === personId,
      mayConfirm:
        people.get(personId)?.active === true &&
        !workers.has(personId) &&
        (card.typedById !== personId || card.raiserId === personId),
      muted,
    }));
  }

  private async workers(card: Card): Promise<ReadonlySet<string | null>> {
    const tasks = (await this.linked.tasks([card.id], 'all')).get(card.id) ?? [];
    const owners = (await this.linked.everOwned([card.id])).get(card.id) ?? [];
    return new Set([card.ownerId, ...owners, ...tasks.map(({ task }) => task.assigneeId)]);
  }
}
