import { Clock, forbidden, notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { atLeast, Role } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { Workspace, type WorkspaceChanges } from '../domain/workspace.js';
import { HourlyCosts } from '../persistence/hourly-costs.js';
import { WorkspaceSettings } from '../persistence/workspace-settings.js';

/** The event that the workspace is called, counts or tells time differently. */
export const WORKSPACE_UPDATED = 'WorkspaceUpdated';

/** Changes what is given of the workspace's settings and leaves the rest. */
@Injectable()
export class UpdateWorkspace {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
    private readonly hourlyCosts: HourlyCosts,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, changes: WorkspaceChanges): Promise<Workspace> {
    if (!atLeast(actor.role, Role.LEAD)) throw forbidden('Only a lead changes the settings of the workspace.');
    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const workspace = await em.findOne(Workspace, { singleton: 1 });
      if (!workspace) throw notFound('workspace');
      const { hourlyCost: costBefore, currency: currencyBefore } = workspace;
      workspace.settle(changes);
      await em.flush();
      const { hourlyCost, currency } = workspace;
      if (hourlyCost !== costBefore || currency !== currencyBefore) {
        await this.hourlyCosts.record(transaction, { hourlyCost, currency, since: this.clock.now() });
      }
      this.settings.forget();
      await transaction.record({
        type: WORKSPACE_UPDATED,
        data: { workspaceId: workspace.id },
        actorId: actor.personId,
      });
      transaction.afterCommit(() => this.settings.forget());
      return workspace;
    });
  }
}
