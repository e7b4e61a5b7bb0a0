import { Clock, type Day, dayIn, type DomainEvent, type Instant } from '@stanch/kernel';
import { holidaysOf, WorkspaceSettings } from '@stanch/people';
import { BoardJournal, ChangeKind, type PainPointMerged, type PainPointMoved, painPointOf } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { isChecked } from '../domain/confirmation.js';
import { Commitment, CommitmentState, nearUntil } from '../domain/commitment.js';
import { Sponsors } from '../persistence/sponsors.js';
import {
  COMMITMENT_BROKEN,
  COMMITMENT_NEAR,
  type CommitmentBroken,
  type CommitmentNear,
  type FixConfirmed,
} from './events.js';

/** Says of each promise whether it was kept: delivered in time and confirmed, or else broken the day after its date. */
@Injectable()
export class KeepCommitments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sponsors: Sponsors,
    private readonly journal: BoardJournal,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of a move: a card that comes to checking or to fixed is delivered, one that leaves them is not. */
  async whenMoved({ data }: DomainEvent<string, PainPointMoved>, transaction: Transaction): Promise<void> {
    const [from, to] = [isChecked(data.fromCategory), isChecked(data.toCategory)];
    if (from === to || !(await this.sponsors.isPromised(data.painPointId))) return;
    const standing = await this.sponsors.standing(transaction, data.painPointId);
    if (standing === null) return;
    if (!to) {
      standing.takeBack(await this.today());
      return;
    }
    // A card that left by mistake and is taken back was there all the time.
    standing.deliver(await this.dayOf(data.enteredStageAt));
    // Its date may have passed a moment ago, and nobody has looked since.
    if (standing.breakIfPast(await this.today())) await this.tell(transaction, standing);
  }

  /** In the transaction of a sponsor's yes. */
  async whenConfirmed({ data }: DomainEvent<string, FixConfirmed>, { em }: Transaction): Promise<void> {
    (await this.sponsors.standing({ em }, data.painPointId))?.confirm();
  }

  /** In the transaction of a merge: the promise goes along, unless the other pain point has one that stands. */
  async whenMerged({ data }: DomainEvent<string, PainPointMerged>, { em }: Transaction): Promise<void> {
    const merged = await this.sponsors.standing({ em }, data.painPointId);
    if (merged?.state !== CommitmentState.OPEN) return;
    const other = await this.sponsors.standing({ em }, data.intoId);
    if (other?.state === CommitmentState.OPEN) merged.giveWay();
    else merged.passTo(data.intoId);
  }

  /** Records the promises whose date has passed, each once, and tells the sponsors. */
  async breakPast(): Promise<number> {
    if (!(await this.settings.find())) return 0;
    const today = await this.today();
    return this.unitOfWork.run(async (transaction) => {
      const past = await transaction.em.find(Commitment, { state: CommitmentState.OPEN, dueOn: { $lt: today } });
      const broken = past.filter((commitment) => commitment.breakIfPast(today));
      for (const commitment of broken) await this.tell(transaction, commitment);
      return broken.length;
    });
  }

  /** Tells whoever keeps a promise, once, when its date is near: so many working days ahead. */
  async sayNear(): Promise<number> {
    if (!(await this.settings.find())) return 0;
    const today = await this.today();
    const near = nearUntil(today, holidaysOf(await this.settings.current()));
    return this.unitOfWork.run(async (transaction) => {
      const open = await transaction.em.find(Commitment, {
        state: CommitmentState.OPEN,
        nearToldOn: null,
        dueOn: { $gte: today, $lte: near },
      });
      const said = open.filter((commitment) => commitment.sayNear(today, near));
      for (const { id: commitmentId, painPointId, byId, dueOn, firstDueOn } of said) {
        if (!(await painPointOf(transaction, painPointId)).onBoard) continue;
        const data: CommitmentNear = { painPointId, commitmentId, byId, dueOn, firstDueOn };
        await transaction.record({ type: COMMITMENT_NEAR, data, actorId: null });
      }
      return said.length;
    });
  }

  /** The sponsors of a card that has left the board read why when it left; the history keeps the broken promise too. */
  private async tell(transaction: Transaction, { id, painPointId, dueOn }: Commitment): Promise<void> {
    const painPoint = await painPointOf(transaction, painPointId);
    await this.journal.write(transaction, painPoint, null, [
      { kind: ChangeKind.COMMITMENT, field: 'commitment.broken', from: dueOn, to: null, newValue: id },
    ]);
    if (!painPoint.onBoard) return;
    const data: CommitmentBroken = { painPointId, commitmentId: id, dueOn };
    await transaction.record({ type: COMMITMENT_BROKEN, data, actorId: null });
  }

  private async today(): Promise<Day> {
    return this.dayOf(this.clock.now());
  }

  private async dayOf(instant: Instant): Promise<Day> {
    return dayIn(instant, (await this.settings.current()).timeZone);
  }
}
