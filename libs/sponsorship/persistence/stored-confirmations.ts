import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Confirmation } from '../domain/confirmation.js';

/** What sponsors answered. */
@Injectable()
export class StoredConfirmations {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The answers about these pain points, the oldest first; to look at only. */
  async of(painPointIds: readonly string[]): Promise<Map<string, Confirmation[]>> {
    const found = await this.unitOfWork.read((em) =>
      em.find(Confirmation, { painPointId: { $in: [...painPointIds] } }, { orderBy: { at: 'asc', id: 'asc' } }),
    );
    return Map.groupBy(found, ({ painPointId }) => painPointId);
  }
}
