import { forbidden, notFound } from '@stanch/kernel';
import {
  carryCookies,
  Credentials,
  originOf,
  People,
  type Person,
  PersonType,
  Role,
  type Visitor,
  WorkspaceSettings,
} from '@stanch/people';
import { Configuration, type RequestContext } from '@stanch/platform';
import { Logger } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { DemoSwitch } from './demo-switch.js';

/** The way into the demo company and out of it again. */
@Resolver()
export class DemoEntranceResolver {
  private readonly log = new Logger(DemoEntranceResolver.name);

  constructor(
    private readonly configuration: Configuration,
    private readonly settings: WorkspaceSettings,
    private readonly people: People,
    private readonly credentials: Credentials,
    private readonly demoSwitch: DemoSwitch,
  ) {}

  @Mutation(() => Boolean, { description: 'Only while there is no workspace: shows the demo company instead.' })
  async openDemo(@Context() context: RequestContext<Visitor>): Promise<boolean> {
    if (this.configuration.demo) return true;
    if (await this.settings.find()) throw forbidden('There is a workspace here. To see the demo, run: npm run demo');
    this.showAfterAnswer(context, 'demo');
    return true;
  }

  @Mutation(() => Boolean, { description: 'Only in the demo: back to the own programme.' })
  leaveDemo(@Context() context: RequestContext<Visitor>): boolean {
    this.assertDemo();
    this.showAfterAnswer(context, 'own');
    return true;
  }

  @Mutation(() => PersonType, { description: 'Only in the demo: one click instead of a password.' })
  async signInToDemo(
    @Args('as', { type: () => Role }) as: Role,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    this.assertDemo();
    const person = (await this.people.withRole(as)).find(({ role }) => role === as);
    if (!person) throw notFound('person of this role in the demo');
    const { cookies } = await this.credentials.enterAs(person.id, originOf(context));
    carryCookies(context, cookies);
    context.visitor = { personId: person.id, role: person.role };
    return person;
  }

  private assertDemo(): void {
    if (!this.configuration.demo) throw forbidden('This is not the demo.');
  }

  /** The answer must leave before the house that gives it is closed. */
  private showAfterAnswer({ response }: RequestContext<Visitor>, what: 'demo' | 'own'): void {
    response?.once('close', () => {
      this.demoSwitch.show(what).catch((error: unknown) => this.log.error(error));
    });
  }
}
