import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { BusinessUnit, businessUnitKey } from '../domain/business-unit.js';

interface BusinessUnitTable {
  business_unit: { id: string; name: string; name_key: string; created_at: string };
}

/** The business units of the workspace. */
@Injectable()
export class BusinessUnits {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All of them, by name. */
  async all(): Promise<BusinessUnit[]> {
    return this.unitOfWork.read((em) => em.find(BusinessUnit, {}, { orderBy: { nameKey: 'asc' } }));
  }

  /** The units of these ids in no particular order; unknown ids are left out. To be read only, straight from the rows. */
  async byIds(ids: readonly string[]): Promise<Readonly<BusinessUnit>[]> {
    if (ids.length === 0) return [];
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<BusinessUnitTable>()
        .selectFrom('business_unit')
        .select(['id', 'name', 'name_key', 'created_at'])
        .where('id', 'in', [...new Set(ids)])
        .execute(),
    );
    return rows.map((row) => ({ id: row.id, name: row.name, nameKey: row.name_key, createdAt: row.created_at }));
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
