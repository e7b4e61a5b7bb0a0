import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { BusinessUnit, businessUnitKey } from '../domain/business-unit.js';

/** The business units of the workspace. */
@Injectable()
export class BusinessUnits {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All of them, by name. */
  async all(): Promise<BusinessUnit[]> {
    return this.unitOfWork.read((em) => em.find(BusinessUnit, {}, { orderBy: { nameKey: 'asc' } }));
  }

  /** The units of these ids in no particular order; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<BusinessUnit[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read((em) => em.find(BusinessUnit, { id: { $in: [...new Set(ids)] } }));
  }

  /** The unit of an id; null when there is none. */
  async byId(id: string): Promise<BusinessUnit | null> {
    return this.unitOfWork.read((em) => em.findOne(BusinessUnit, { id }));
  }

  /** The unit of a name, whatever its capitals and spaces; null when there is none. */
  async byName(name: string): Promise<BusinessUnit | null> {
    return this.unitOfWork.read((em) => em.findOne(BusinessUnit, { nameKey: businessUnitKey(name) }));
  }
}
