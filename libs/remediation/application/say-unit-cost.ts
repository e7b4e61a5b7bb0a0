import { badInput, Clock, forbidden } from '@stanch/kernel';
import { type Actor, atLeast, BusinessUnits, People, Role } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type CostEstimate, figuresOf } from '../domain/bleeding.js';
import type { PainPoint } from '../domain/pain-point.js';
import { checkedPart, partNow, type SharedCost, type UnitCost, wholeWith } from '../domain/unit-cost.js';
import { StoredUnitCosts } from '../persistence/stored-unit-costs.js';
import { painPointOf } from './find-or-refuse.js';
import { UpdatePainPoint } from './update-pain-point.js';

/** What a pain costs one unit a week. Without a unit: the one that the actor speaks for. */
export interface SayUnitCostInput extends CostEstimate {
  painPointId: string;
  businessUnitId?: string | null;
}

/** Somebody says what a pain costs their business unit; the whole becomes the sum of what it costs each unit. */
@Injectable()
export class SayUnitCost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly stored: StoredUnitCosts,
    private readonly updates: UpdatePainPoint,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: SayUnitCostInput): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      painPoint.assertOnBoard('painPointId');
      const businessUnitId = await this.unitOf(actor, input.businessUnitId);
      const said = checkedPart(input);
      const shared = sharedCostOf(painPoint, await this.stored.within(transaction, painPoint.id));
      const whole = wholeWith(shared, businessUnitId, said);
      if (businessUnitId !== painPoint.businessUnitId) {
        const part: UnitCost = { ...said, businessUnitId, saidById: actor.personId, saidAt: this.clock.now() };
        await this.stored.save(transaction, painPoint.id, part);
      }
      await this.updates.apply(transaction, actor.personId, painPoint, { ...whole });
      return painPoint;
    });
  }

  /** A sponsor speaks for their own unit only. */
  private async unitOf(actor: Actor, wanted: string | null | undefined): Promise<string> {
    const own = (await this.people.byId(actor.personId))?.businessUnitId ?? null;
    const unitId = wanted ?? own;
    if (unitId === null) {
      throw badInput('businessUnitId', 'Nobody has noted yet which business unit you speak for. Please ask a lead.');
    }
    if ((await this.businessUnits.byIds([unitId])).length === 0) {
      throw badInput('businessUnitId', 'There is no such business unit. Choose one of the list.');
    }
    if (unitId !== own && !atLeast(actor.role, Role.IT)) {
      throw forbidden('You can say what it costs your own business unit; others speak for theirs.');
    }
    return unitId;
  }
}

/** A pain point's estimate with the parts of it that units claimed. */
export function sharedCostOf(painPoint: PainPoint, parts: readonly UnitCost[]): SharedCost {
  return {
    whole: figuresOf(painPoint),
    homeUnitId: painPoint.businessUnitId,
    parts: parts.map((part) => partNow(part, painPoint.slowedBy)),
    raised: { saidById: painPoint.raiserId, saidAt: painPoint.raisedAt },
  };
}
