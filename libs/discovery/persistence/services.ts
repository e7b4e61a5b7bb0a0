import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Service, serviceKey } from '../domain/service.js';

/** Everything that IT provides. */
@Injectable()
export class Services {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All services by name. */
  async all(): Promise<Service[]> {
    return this.unitOfWork.read((em) => em.find(Service, {}, { orderBy: { nameKey: 'asc' } }));
  }

  /** The services of these ids; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<Service[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read((em) => em.find(Service, { id: { $in: [...new Set(ids)] } }));
  }

  /** The service of a name, whatever its capitals and spaces. */
  async byName(name: string): Promise<Service | null> {
    return this.unitOfWork.read((em) => em.findOne(Service, { nameKey: serviceKey(name) }));
  }
}
