import { Configuration, type RequestContext } from '@stanch/platform';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { StartWorkspace } from '../application/start-workspace.js';
import { UpdateWorkspace } from '../application/update-workspace.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import type { Workspace } from '../domain/workspace.js';
import { type Settings, WorkspaceSettings } from '../persistence/workspace-settings.js';
import { letIn, originOf } from './let-in.js';
import { StartWorkspaceInputType, UpdateWorkspaceInputType } from './people.inputs.js';
import { PersonType } from './person.type.js';
import { requireVisitor } from './require-visitor.js';
import { SetupType, WorkspaceType } from './workspace.type.js';

/** The workspace: whether there is one, starting it, its settings. */
@Resolver()
export class WorkspaceResolver {
  constructor(
    private readonly configuration: Configuration,
    private readonly settings: WorkspaceSettings,
    private readonly startsWorkspace: StartWorkspace,
    private readonly updatesWorkspace: UpdateWorkspace,
  ) {}

  @Query(() => SetupType, { description: 'For everyone: decides which first page a browser shows.' })
  async setup(): Promise<SetupType> {
    const settings = await this.settings.find();
    return {
      needed: settings === null,
      demo: this.configuration.demo,
      workspaceName: settings?.name ?? null,
      currency: settings?.currency ?? null,
      timeZone: settings?.timeZone ?? null,
      mailConfigured: this.configuration.smtpUrl !== undefined,
    };
  }

  @Query(() => WorkspaceType)
  workspace(): Promise<Settings> {
    return this.settings.current();
  }

  @Mutation(() => PersonType, { description: 'Only while there is no workspace. Signs the first lead in.' })
  async startWorkspace(
    @Args('input', { type: () => StartWorkspaceInputType }) input: StartWorkspaceInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return letIn(context, await this.startsWorkspace.run(input, originOf(context)));
  }

  @Mutation(() => WorkspaceType)
  updateWorkspace(
    @Args('input', { type: () => UpdateWorkspaceInputType }) input: UpdateWorkspaceInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Workspace> {
    return this.updatesWorkspace.run(requireVisitor(context), input);
  }
}
