import { Clock, Ids } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Workspace, type WorkspaceStart } from '../domain/workspace.js';
import { HourlyCosts } from '../persistence/hourly-costs.js';
import { WorkspaceSettings } from '../persistence/workspace-settings.js';

/** There is a workspace now: other parts make what belongs to one. Data: id and name of the workspace. */
export const WORKSPACE_STARTED = 'WorkspaceStarted';

/** Opens the one workspace of this installation, with what other parts make for it. */
@Injectable()
export class OpenWorkspace {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly settings: WorkspaceSettings,
    private readonly hourlyCosts: HourlyCosts,
  ) {}

  /** A workspace as chosen, not kept yet; refuses choices that cannot be. */
  make(choices: WorkspaceStart): Workspace {
    return new Workspace({ ...choices, id: this.ids.next(), createdAt: this.clock.now() });
  }

  /** Keeps it, unless there is one already, and says whether it did. `openedBy` is null for the operator. */
  async run(workspace: Workspace, openedBy: string | null): Promise<boolean> {
    return this.unitOfWork.run(async (transaction) => {
      if (await this.settings.find()) return false;
      transaction.em.persist(workspace);
      await transaction.em.flush();
      const { id, name, hourlyCost, currency, createdAt } = workspace;
      await this.hourlyCosts.record(transaction, { hourlyCost, currency, since: createdAt });
      await transaction.record({ type: WORKSPACE_STARTED, data: { id, name }, actorId: openedBy });
      transaction.afterCommit(() => this.settings.forget());
      return true;
    });
  }
}
