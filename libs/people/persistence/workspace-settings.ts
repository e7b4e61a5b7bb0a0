import { Refusal } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Workspace, type WorkspaceChoices } from '../domain/workspace.js';

/** What nearly every request wants to know: how the workspace is called, counts money and tells time. */
export type Settings = Readonly<WorkspaceChoices> & { readonly id: string };

/** The settings of the workspace, read once and kept until they change. */
@Injectable()
export class WorkspaceSettings {
  private kept: Settings | null = null;
  private generation = 0;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The settings now. Refuses while no workspace has been started. */
  async current(): Promise<Settings> {
    const settings = await this.find();
    if (settings === null) {
      throw new Refusal('NOT_FOUND', 'There is no workspace yet. Open the start page to make one.');
    }
    return settings;
  }

  /** The settings now; null while no workspace has been started. */
  async find(): Promise<Settings | null> {
    if (this.kept !== null) return this.kept;
    const generation = this.generation;
    return this.unitOfWork.read(async (em) => {
      const workspace = await em.findOne(Workspace, { singleton: 1 });
      if (workspace === null) return null;
      const { id, name, currency, hourlyCost, locale, timeZone, meetingWeekday, meetingTime, holidays } = workspace;
      const meeting = { meetingWeekday, meetingTime, holidays };
      const settings = Object.freeze({ id, name, currency, hourlyCost, locale, timeZone, ...meeting });
      // What a transaction sees may yet be taken back, so only what is committed is kept.
      if (generation === this.generation && !em.isInTransaction()) this.kept = settings;
      return settings;
    });
  }

  /** Forgets what is kept; called with a change and again after its commit. */
  forget(): void {
    this.generation += 1;
    this.kept = null;
  }
}
