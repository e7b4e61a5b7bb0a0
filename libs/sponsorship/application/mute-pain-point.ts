import { badInput } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type PainPoint, painPointOf } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Sponsorship } from '../domain/sponsorship.js';
import { PAIN_POINT_MUTED, type PainPointMuted } from './events.js';

/** A sponsor wants to hear nothing more of one pain point, or to hear again; they stay one of those whom it hurts. */
@Injectable()
export class MutePainPoint {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(actor: Actor, painPointId: string, muted: boolean): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, painPointId);
      await this.within(transaction, actor.personId, painPointId, muted);
      return painPoint;
    });
  }

  /** The same in a transaction that has begun, for somebody who came by a link. */
  async within(transaction: Transaction, personId: string, painPointId: string, muted: boolean): Promise<void> {
    const sponsorship = await transaction.em.findOne(Sponsorship, { painPointId, personId });
    if (!sponsorship) throw badInput('id', 'You are not one of its sponsors, so there is nothing to be silent.');
    sponsorship.muted = muted;
    await transaction.em.flush();
    if (!muted) return;
    const data: PainPointMuted = { painPointId, personId };
    await transaction.record({ type: PAIN_POINT_MUTED, data, actorId: personId });
  }
}
