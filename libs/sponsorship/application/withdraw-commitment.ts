import { badInput, Clock, forbidden, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { BoardJournal, type Change, ChangeKind, type Heard, type PainPoint, painPointOf } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, CommitmentState } from '../domain/commitment.js';
import { StoredClosings } from '../persistence/stored-closings.js';
import { COMMITMENT_WITHDRAWN, type CommitmentWithdrawn } from './events.js';
import { mayTakeBack, notedIn } from './read-slips.js';

/** Takes a promise back that was noted by mistake a moment ago; who heard of it hears of that too, and nobody else. */
@Injectable()
export class WithdrawCommitment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closings: StoredClosings,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  /** Only who noted it, or a lead, may. */
  async run(actor: Actor, id: string): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const commitment = await em.findOne(Commitment, { id });
      if (!commitment) throw notFound('commitment');
      const painPoint = await painPointOf(transaction, commitment.painPointId);
      const noted = await notedIn(transaction, commitment);
      if (!noted) throw badInput('id', 'It was promised for a card that lives on in this one; it stays on the record.');
      if (!mayTakeBack(actor, { notedById: noted.actorId })) {
        throw forbidden('Only who noted a promise, or a lead, can take it back.');
      }
      const before = await this.stoodBefore(transaction, commitment, noted);
      commitment.withdraw(before, noted.at, this.clock.now());
      if (await this.closings.counts(transaction, id)) {
        throw badInput('id', 'A meeting has closed the week in which this promise counts; it stays on the record.');
      }
      em.remove(commitment);
      if (noted.oldValue !== null) painPoint.unhear(noted.oldValue as Heard, noted.at);
      const { byId, dueOn } = commitment;
      const standsOn = before?.state === CommitmentState.OPEN ? before.dueOn : null;
      await this.journal.write(transaction, painPoint, actor.personId, [
        {
          kind: ChangeKind.COMMITMENT,
          field: 'commitment.withdrawn',
          from: dueOn,
          to: standsOn,
          newValue: id,
          undoes: noted.id,
        },
      ]);
      await em.flush();
      const notedById = noted.actorId;
      const data: CommitmentWithdrawn = {
        painPointId: painPoint.id,
        commitmentId: id,
        byId,
        dueOn,
        standsOn,
        notedById,
      };
      await transaction.record({ type: COMMITMENT_WITHDRAWN, data, actorId: actor.personId });
      return painPoint;
    });
  }

  /** The promise whose place it took, by the date that the history names; null: none stood. A merge may have brought others. */
  private async stoodBefore({ em }: Transaction, { id, painPointId }: Commitment, { from }: Change) {
    if (from === null) return null;
    return em.findOne(Commitment, { painPointId, dueOn: from, id: { $lt: id } }, { orderBy: { id: 'desc' } });
  }
}
