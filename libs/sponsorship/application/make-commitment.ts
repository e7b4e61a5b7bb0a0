import { badInput, Clock, dayIn, type Day, Ids } from '@stanch/kernel';
import { type Actor, WorkspaceSettings } from '@stanch/people';
import { BoardJournal, ChangeKind, type PainPoint, painPointOf, StageCategory, StoredCards } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, CommitmentState } from '../domain/commitment.js';
import { Sponsors } from '../persistence/sponsors.js';
import { COMMITMENT_MADE, COMMITMENT_MOVED, type CommitmentMade, type CommitmentMoved } from './events.js';

/** What is promised. */
export interface MakeCommitmentInput {
  painPointId: string;
  dueOn: Day;
  reason?: string | null;
  /** Whose name stands behind it, when somebody else writes it down; default: the actor. */
  byId?: string;
}

/** Promises a date to the sponsors; a second promise moves the first and needs a reason. */
@Injectable()
export class MakeCommitment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sponsors: Sponsors,
    private readonly cards: StoredCards,
    private readonly journal: BoardJournal,
    private readonly settings: WorkspaceSettings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: MakeCommitmentInput): Promise<Commitment> {
    const { timeZone } = await this.settings.current();
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      painPoint.assertOnBoard('painPointId');
      await this.assertUndone(transaction, painPoint);
      const today = dayIn(this.clock.now(), timeZone);
      const standing = await this.standing(transaction, painPoint.id);
      standing?.breakIfPast(today);
      const promise = { ...input, id: this.ids.next(), byId: input.byId ?? actor.personId, today };
      const commitment = Commitment.make(promise, standing);
      transaction.em.persist(commitment);
      await this.journal.write(transaction, painPoint, actor.personId, [
        {
          kind: ChangeKind.COMMITMENT,
          field: 'commitment',
          from: standing?.dueOn,
          to: commitment.dueOn,
          // Should it be a slip, its sponsors had heard this much and no more.
          oldValue: painPoint.heard,
          newValue: commitment.id,
        },
      ]);
      await transaction.em.flush();
      await this.tell(transaction, actor, commitment, standing);
      return commitment;
    });
  }

  /** As `run`; a promise of this very date stays as it stands, and then null is given. */
  async unlessPromised(actor: Actor, input: MakeCommitmentInput): Promise<Commitment | null> {
    const { timeZone } = await this.settings.current();
    return this.unitOfWork.run(async (transaction) => {
      const standing = await this.standing(transaction, input.painPointId);
      const isOpen = standing?.stateOn(dayIn(this.clock.now(), timeZone)) === CommitmentState.OPEN;
      return isOpen && standing.dueOn === input.dueOn ? null : this.run(actor, input);
    });
  }

  /** What its sponsors are asked to check, or what is fixed, cannot be promised any more. */
  private async assertUndone(transaction: Transaction, { key, stageId }: PainPoint): Promise<void> {
    const { category } = await this.cards.stage(transaction, stageId);
    if (category !== StageCategory.CHECKING && category !== StageCategory.FIXED) return;
    const stands = category === StageCategory.FIXED ? 'is fixed' : 'is with its sponsors to be checked';
    throw badInput('painPointId', `${key} ${stands}; there is nothing left to promise.`);
  }

  /** The promise that a new one would move: the one that stands, unless it was kept. */
  private async standing(transaction: Transaction, painPointId: string): Promise<Commitment | null> {
    const standing = await this.sponsors.standing(transaction, painPointId);
    return standing?.state === CommitmentState.KEPT ? null : standing;
  }

  private async tell(
    transaction: Transaction,
    actor: Actor,
    commitment: Commitment,
    standing: Commitment | null,
  ): Promise<void> {
    const { id: commitmentId, painPointId, byId, dueOn, firstDueOn, reason } = commitment;
    const made: CommitmentMade = { painPointId, commitmentId, byId, dueOn };
    if (!standing) {
      await transaction.record({ type: COMMITMENT_MADE, data: made, actorId: actor.personId });
      return;
    }
    const moved: CommitmentMoved = { ...made, fromDueOn: standing.dueOn, firstDueOn, reason: reason ?? '' };
    await transaction.record({ type: COMMITMENT_MOVED, data: moved, actorId: actor.personId });
  }
}
