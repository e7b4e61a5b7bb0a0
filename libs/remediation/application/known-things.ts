import { badInput } from '@stanch/kernel';
import { BusinessUnits, People } from '@stanch/people';
import { Services } from '@stanch/discovery';
import { Injectable } from '@nestjs/common';

/** What an input may name of other parts. */
export interface Named {
  readonly ownerId?: string | null;
  readonly assigneeId?: string | null;
  readonly businessUnitId?: string | null;
  readonly serviceId?: string | null;
}

/** Refuses what an input names and what is not there, with the field it came in. */
@Injectable()
export class KnownThings {
  constructor(
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly services: Services,
  ) {}

  /** `before` is what stands already; nobody is asked about it again. */
  async assert(named: Named, before: Named = {}): Promise<void> {
    const changed = (field: keyof Named) => (named[field] === before[field] ? null : (named[field] ?? null));
    await this.assertPerson('ownerId', changed('ownerId'));
    await this.assertPerson('assigneeId', changed('assigneeId'));
    const businessUnitId = changed('businessUnitId');
    if (businessUnitId !== null && (await this.businessUnits.byIds([businessUnitId])).length === 0) {
      throw badInput('businessUnitId', 'There is no such business unit. Choose one of the list.');
    }
    const serviceId = changed('serviceId');
    if (serviceId !== null && (await this.services.byIds([serviceId])).length === 0) {
      throw badInput('serviceId', 'There is no such service. Choose one of the list.');
    }
  }

  private async assertPerson(field: string, id: string | null): Promise<void> {
    if (id === null) return;
    const person = await this.people.byId(id);
    if (!person) throw badInput(field, 'There is no such person. Choose one of the list.');
    if (!person.active) throw badInput(field, `${person.name} no longer takes part. Choose somebody else.`);
  }
}
