import { badInput, type Day } from '@stanch/kernel';
import { type Actor, atLeast, People, Role } from '@stanch/people';
import {
  MovePainPoint,
  type PainPoint,
  painPointOf,
  StageCategory,
  StoredCards,
  UpdatePainPoint,
} from '@stanch/remediation';
import { MakeCommitment } from '@stanch/sponsorship';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

/** What is to be healed next, by whom and until when. */
export interface ChooseQuickWinInput {
  painPointId: string;
  ownerId: string;
  dueOn: Day;
  /** Why the date moves that was promised before, as its sponsors read it. */
  reason?: string | null;
}

/** A quick win that was chosen, and what can be taken back of it. */
interface ChosenQuickWin {
  /** The changes that `undo` takes back, the latest first. */
  readonly changeIds: readonly string[];
  /** The promise that was made; null where this very date was promised before. */
  readonly commitmentId: string | null;
}

/**
 * Plans a pain point in one act: it gets an owner, goes to the planned ones, and its sponsors a date. Where a board has
 * nothing between bleeding and what is done, it stays where it stands, with its owner and its date.
 */
@Injectable()
export class ChooseQuickWin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly people: People,
    private readonly move: MovePainPoint,
    private readonly update: UpdatePainPoint,
    private readonly commit: MakeCommitment,
  ) {}

  async run(actor: Actor, { painPointId, ownerId, dueOn, reason }: ChooseQuickWinInput): Promise<ChosenQuickWin> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, painPointId);
      painPoint.assertOnBoard('painPointId');
      const toStageId = await this.plannedStage(transaction, painPoint);
      await this.assertCanPromise(ownerId);
      const owned = await this.update.apply(transaction, actor.personId, painPoint, { ownerId });
      const moved =
        toStageId === painPoint.stageId ? [] : [(await this.move.run(actor, { id: painPointId, toStageId })).change.id];
      const promised = await this.commit.unlessPromised(actor, { painPointId, dueOn, reason, byId: ownerId });
      return { changeIds: [...moved, ...owned], commitmentId: promised?.id ?? null };
    });
  }

  /** The first planned stage, or the first where it is treated: further on nothing is left to promise. */
  private async plannedStage(transaction: Transaction, { boardId, stageId, key }: PainPoint): Promise<string> {
    const stages = await this.cards.stagesOf(transaction, boardId);
    const stands = stages.find(({ id }) => id === stageId);
    if (stands?.category !== StageCategory.BLEEDING) {
      throw badInput('painPointId', `${key} is at ${stands?.name ?? 'work'} already; it needs no choosing.`);
    }
    const firstOf = (wanted: StageCategory) => stages.find(({ category }) => category === wanted);
    return (firstOf(StageCategory.PLANNED) ?? firstOf(StageCategory.TREATING) ?? stands).id;
  }

  /** A promise has a name of IT behind it. */
  private async assertCanPromise(ownerId: string): Promise<void> {
    const owner = await this.people.byId(ownerId);
    if (!owner) throw badInput('ownerId', 'There is no such person. Choose one of the list.');
    if (!owner.active) throw badInput('ownerId', `${owner.name} no longer takes part. Choose somebody else.`);
    if (atLeast(owner.role, Role.IT)) return;
    throw badInput('ownerId', `${owner.name} is not of IT. Choose whoever will heal it.`);
  }
}
