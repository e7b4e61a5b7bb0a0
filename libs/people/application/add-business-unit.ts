import { badInput, Clock, Ids } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { BusinessUnit } from '../domain/business-unit.js';
import type { Actor } from '../domain/visitor.js';
import { BusinessUnits } from '../persistence/business-units.js';

/** Adds a part of the company that sponsors can speak for. */
@Injectable()
export class AddBusinessUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly businessUnits: BusinessUnits,
  ) {}

  async run(_actor: Actor | null, input: { name: string }): Promise<BusinessUnit> {
    const unit = new BusinessUnit({ id: this.ids.next(), name: input.name, createdAt: this.clock.now() });
    return this.unitOfWork.run(async ({ em }) => {
      const namesake = await this.businessUnits.byName(unit.name);
      if (namesake) throw badInput('name', `There is a business unit called "${namesake.name}" already.`);
      em.persist(unit);
      await em.flush();
      return unit;
    });
  }
}
