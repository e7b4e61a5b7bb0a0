import { badInput, Clock } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import { mergedCost } from '../domain/unit-cost.js';
import { StoredLinks } from '../persistence/stored-links.js';
import { StoredUnitCosts } from '../persistence/stored-unit-costs.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_MERGED, type PainPointMerged } from './events.js';
import { painPointOf, painPointsOf } from './find-or-refuse.js';
import { sharedCostOf } from './say-unit-cost.js';
import { UpdatePainPoint } from './update-pain-point.js';

/** Makes several pain points one: tasks, wins, words and comments go along, and what it costs each unit, counted once. */
@Injectable()
export class MergePainPoints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly unitCosts: StoredUnitCosts,
    private readonly updates: UpdatePainPoint,
    private readonly journal: BoardJournal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { fromIds: string[]; intoId: string }): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const into = await painPointOf(transaction, input.intoId);
      const merged = await painPointsOf(transaction, 'fromIds', input.fromIds);
      if (merged.length === 0) throw badInput('fromIds', 'Name at least one pain point to merge.');
      for (const painPoint of merged) await this.mergeOne(transaction, actor, painPoint, into);
      return into;
    });
  }

  private async mergeOne(transaction: Transaction, actor: Actor, from: PainPoint, into: PainPoint): Promise<void> {
    from.mergeInto(into, actor.personId, this.clock.now());
    await this.links.carryOver(transaction, from.id, into.id);
    // What it costs and what helps follow from the merge, which is what its sponsors are to read last.
    await this.takeOverCost(transaction, actor, from, into);
    await this.takeOverWorkaround(transaction, actor, from, into);
    await this.journal.write(transaction, from, actor.personId, [
      { kind: ChangeKind.MERGED, field: 'mergedInto', to: `${into.key} ${into.title}`, newValue: into.id },
    ]);
    await this.journal.write(transaction, into, actor.personId, [
      { kind: ChangeKind.MERGED, field: 'merged', to: `${from.key} ${from.title}`, newValue: from.id },
    ]);
    const data: PainPointMerged = { painPointId: from.id, intoId: into.id };
    await transaction.record({ type: PAIN_POINT_MERGED, data, actorId: actor.personId });
  }

  private async takeOverCost(transaction: Transaction, actor: Actor, from: PainPoint, into: PainPoint): Promise<void> {
    const costs = this.unitCosts;
    const { whole, added } = mergedCost(
      sharedCostOf(into, await costs.within(transaction, into.id)),
      sharedCostOf(from, await costs.within(transaction, from.id)),
    );
    // What comes along is slowed already, where it was; a workaround that stands here slows it no further.
    const saidAt = into.slowedBy === null ? {} : { saidAt: this.clock.now() };
    for (const part of added) await costs.save(transaction, into.id, { ...part, ...saidAt });
    await this.updates.apply(transaction, actor.personId, into, { ...whole });
  }

  private async takeOverWorkaround(
    transaction: Transaction,
    actor: Actor,
    from: PainPoint,
    into: PainPoint,
  ): Promise<void> {
    const before = into.slowing();
    if (!into.takeOverWorkaround(from)) return;
    const after = into.slowing();
    await this.journal.write(transaction, into, actor.personId, [
      {
        kind: ChangeKind.WORKAROUND,
        field: 'workaround',
        to: after.workaround?.words,
        oldValue: before,
        newValue: after,
      },
    ]);
  }
}
