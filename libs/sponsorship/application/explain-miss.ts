import { Clock, dayIn, notFound } from '@stanch/kernel';
import { type Actor, WorkspaceSettings } from '@stanch/people';
import { BoardJournal, ChangeKind, painPointOf } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment } from '../domain/commitment.js';
import { COMMITMENT_EXPLAINED, type CommitmentExplained } from './events.js';
import { KeepCommitments } from './keep-commitments.js';

/** Says why a promise was not kept, whatever became of the card; its sponsors read it. */
@Injectable()
export class ExplainMiss {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keepCommitments: KeepCommitments,
    private readonly journal: BoardJournal,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { commitmentId: string; reason: string }): Promise<Commitment> {
    const { timeZone } = await this.settings.current();
    return this.unitOfWork.run(async (transaction) => {
      // Its date may have passed a moment ago: that it was broken is told before why.
      await this.keepCommitments.breakPast();
      const commitment = await transaction.em.findOne(Commitment, { id: input.commitmentId });
      if (!commitment) throw notFound('commitment');
      const painPoint = await painPointOf(transaction, commitment.painPointId);
      painPoint.assertNotMerged('commitmentId');
      commitment.explain(input.reason, dayIn(this.clock.now(), timeZone));
      const { id, painPointId, dueOn, missedBecause } = commitment;
      const reason = missedBecause ?? '';
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.COMMITMENT, field: 'commitment.explained', from: dueOn, to: reason, newValue: id },
      ]);
      const data: CommitmentExplained = { painPointId, commitmentId: id, dueOn, reason };
      await transaction.record({ type: COMMITMENT_EXPLAINED, data, actorId: actor.personId });
      return commitment;
    });
  }
}
