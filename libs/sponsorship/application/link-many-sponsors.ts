import { Clock } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { insertRows, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { SponsorshipReason } from '../domain/sponsorship.js';

/** Makes the sponsorships of many new pain points at once: what `LinkSponsors` does when one is raised. */
@Injectable()
export class LinkManySponsors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, links: readonly { painPointId: string; personId: string }[]): Promise<void> {
    const at = this.clock.now();
    const rows = links.map(({ painPointId, personId }) => ({
      pain_point_id: painPointId,
      person_id: personId,
      reason: personId === actor.personId ? SponsorshipReason.RAISED : SponsorshipReason.RAISED_FOR,
      added_by_id: actor.personId,
      at,
      muted: false,
    }));
    await this.unitOfWork.run(({ em }) => insertRows(em, 'sponsorship', rows));
  }
}
