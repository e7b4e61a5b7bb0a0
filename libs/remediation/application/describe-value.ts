import { BusinessUnits, People } from '@stanch/people';
import { Services } from '@stanch/discovery';
import { Injectable } from '@nestjs/common';

/** Says stored values in words, as the history shows them. */
@Injectable()
export class DescribeValue {
  constructor(
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly services: Services,
  ) {}

  /** The value of a field in words; null for none. */
  async run(field: string, value: unknown): Promise<string | null> {
    if (value === null || value === undefined || value === '') return null;
    if (field === 'ownerId' || field === 'assigneeId') return nameOf(await this.people.byIds([String(value)]));
    if (field === 'businessUnitId') return nameOf(await this.businessUnits.byIds([String(value)]));
    if (field === 'serviceId') return nameOf(await this.services.byIds([String(value)]));
    if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
    return String(value);
  }
}

function nameOf(found: readonly { name: string }[]): string | null {
  return found[0]?.name ?? null;
}
