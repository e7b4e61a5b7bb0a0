import { Clock, dayIn, type DomainEvent } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { BoardJournal, ChangeKind, type PainPointMoved, painPointOf, StageCategory } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, CommitmentState } from '../domain/commitment.js';
import { Sponsors } from '../persistence/sponsors.js';
import { COMMITMENT_BROKEN, type CommitmentBroken } from './events.js';

/** Says of each promise whether it was kept: when the card comes to checking, or the day after the date. */
@Injectable()
export class KeepCommitments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sponsors: Sponsors,
    private readonly journal: BoardJournal,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of a move: a card that comes to checking or to fixed delivers what was promised. */
  async whenMoved({ data }: DomainEvent<string, PainPointMoved>, { em }: Transaction): Promise<void> {
    if (data.toCategory !== StageCategory.CHECKING && data.toCategory !== StageCategory.FIXED) return;
    if (!(await this.sponsors.isPromised(data.painPointId))) return;
    const open = await em.find(Commitment, { painPointId: data.painPointId, state: CommitmentState.OPEN });
    const today = await this.today();
    for (const commitment of open) commitment.deliver(today);
  }

  /** Records the promises whose date has passed, each once, and tells the sponsors. */
  async breakPast(): Promise<number> {
    if (!(await this.settings.find())) return 0;
    const today = await this.today();
    return this.unitOfWork.run(async (transaction) => {
      const past = await transaction.em.find(Commitment, { state: CommitmentState.OPEN, dueOn: { $lt: today } });
      for (const commitment of past) {
        if (!commitment.breakIfPast(today)) continue;
        const { id: commitmentId, painPointId, dueOn } = commitment;
        const painPoint = await painPointOf(transaction, painPointId);
        if (!painPoint.onBoard) continue;
        await this.journal.write(transaction, painPoint, null, [
          { kind: ChangeKind.COMMITMENT, field: 'commitment.broken', from: dueOn, to: null, newValue: commitmentId },
        ]);
        const data: CommitmentBroken = { painPointId, commitmentId, dueOn };
        await transaction.record({ type: COMMITMENT_BROKEN, data, actorId: null });
      }
      return past.length;
    });
  }

  private async today(): Promise<string> {
    return dayIn(this.clock.now(), (await this.settings.current()).timeZone);
  }
}
