import { conflict, Ids, requiredText } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Person } from '../domain/person.js';
import { Role } from '../domain/role.js';
import type { WorkspaceStart } from '../domain/workspace.js';
import { Credentials, type Origin } from '../persistence/credentials.js';
import { WorkspaceSettings } from '../persistence/workspace-settings.js';
import { PERSON_ADDED } from './add-person.js';
import { OpenWorkspace } from './open-workspace.js';
import type { SignedIn } from './sign-in.js';

export interface StartWorkspaceInput extends Omit<WorkspaceStart, 'name'> {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Starts the one workspace of this installation and lets its first lead in. The first lead is an ADMIN: somebody must
 * be able to name further leads and admins, and there is nobody else yet.
 */
@Injectable()
export class StartWorkspace {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly settings: WorkspaceSettings,
    private readonly opens: OpenWorkspace,
    private readonly credentials: Credentials,
  ) {}

  async run(input: StartWorkspaceInput, origin: Origin): Promise<SignedIn> {
    await this.refuseSecond();
    const name = requiredText('workspaceName', 'The name of the workspace', input.workspaceName, 80);
    const workspace = this.opens.make({ ...choicesOf(input), name });
    const person = new Person({
      id: this.ids.next(),
      name: input.name,
      email: input.email,
      role: Role.ADMIN,
      createdAt: workspace.createdAt,
    });
    const hash = await this.credentials.make('password', input.password, person);

    await this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      await this.refuseSecond();
      em.persist(person);
      await em.flush();
      await this.credentials.keep(person.id, hash);
      await transaction.record({ type: PERSON_ADDED, data: { personId: person.id }, actorId: person.id });
      await this.opens.run(workspace, person.id);
    });
    return { person, cookies: (await this.credentials.enterAs(person.id, origin)).cookies };
  }

  private async refuseSecond(): Promise<void> {
    const existing = await this.settings.find();
    if (existing) throw conflict('There is a workspace here already. Please sign in instead.', { name: existing.name });
  }
}

function choicesOf(input: StartWorkspaceInput): Omit<WorkspaceStart, 'name'> {
  const { currency, hourlyCost, locale, timeZone } = input;
  return { currency, hourlyCost, locale, timeZone };
}
