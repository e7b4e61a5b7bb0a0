import type { DomainEvent } from '@stanch/kernel';
import type { PainPointMerged, PainPointRaised } from '@stanch/remediation';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Sponsorship, SponsorshipReason } from '../domain/sponsorship.js';

/** Makes the sponsorships that follow from what happens to a pain point, in the same transaction. */
@Injectable()
export class LinkSponsors {
  /** Who raised it, or for whom it was raised, is its first sponsor. */
  async whenRaised({ data, at }: DomainEvent<string, PainPointRaised>, { em }: Transaction): Promise<void> {
    const reason = data.raiserId === data.typedById ? SponsorshipReason.RAISED : SponsorshipReason.RAISED_FOR;
    const { painPointId, raiserId: personId, typedById: addedById } = data;
    em.persist(new Sponsorship({ painPointId, personId, reason, addedById, at }));
  }

  /** The sponsors of a merged pain point become sponsors of the one it lives on in, each once. */
  async whenMerged({ data, at, actorId }: DomainEvent<string, PainPointMerged>, { em }: Transaction): Promise<void> {
    const merged = await em.find(Sponsorship, { painPointId: data.painPointId });
    const present = await em.find(Sponsorship, { painPointId: data.intoId });
    const known = new Set(present.map(({ personId }) => personId));
    for (const { personId, muted } of merged.filter((one) => !known.has(one.personId))) {
      em.persist(
        new Sponsorship({
          painPointId: data.intoId,
          personId,
          reason: SponsorshipReason.MERGED,
          addedById: actorId ?? personId,
          at,
          muted,
        }),
      );
    }
  }
}
