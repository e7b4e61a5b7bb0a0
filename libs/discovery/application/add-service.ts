import { badInput, Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { assertSharesFit, Service, ServiceUse } from '../domain/service.js';
import { Services } from '../persistence/services.js';

/** What a new service comes with; only its name is needed. */
export interface AddServiceInput {
  name: string;
  description?: string;
  ownerId?: string | null;
  monthlyCost?: number | null;
  /** Who uses it and which share of its cost each carries. */
  uses?: readonly { businessUnitId: string; share: number; uses: boolean }[];
}

/** Adds a thing that IT provides. */
@Injectable()
export class AddService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly services: Services,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(_actor: Actor | null, input: AddServiceInput): Promise<Service> {
    const { uses, ...details } = input;
    const service = new Service({ ...details, id: this.ids.next(), createdAt: this.clock.now() });
    assertSharesFit(uses ?? []);
    return this.unitOfWork.run(async ({ em }) => {
      const namesake = await this.services.byName(service.name);
      if (namesake) throw badInput('name', `There is a service called "${namesake.name}" already.`);
      em.persist(service);
      await em.flush();
      for (const use of uses ?? []) em.persist(new ServiceUse({ ...use, serviceId: service.id }));
      await em.flush();
      return service;
    });
  }
}
