import type { Instant } from '@stanch/kernel';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import {
  Args,
  Context,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { EnterAsGuest } from '../application/enter-as-guest.js';
import { ManageProjectorLinks } from '../application/manage-projector-links.js';
import { type GuestPass, PassKind } from '../domain/guest-pass.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import { carryCookies, headersOf } from './let-in.js';
import { loadPerson } from './load.js';
import { PersonType } from './person.type.js';
import { requireVisitor } from './require-visitor.js';

registerEnumType(PassKind, { name: 'GuestKind', description: 'A screen that nobody signed in on.' });

/** A link for a projector as a lead sees it; never with its secret. */
@ObjectType('ProjectorLink', { description: 'Lets a projector look at boards and meetings without anybody signed in.' })
export class ProjectorLinkType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Where the projector is.' })
  name!: string;

  @Field(() => InstantScalar)
  madeAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Instant | null;
}

/** A new link with its address, which is shown this once. */
@ObjectType('MadeProjectorLink')
export class MadeProjectorLinkType {
  @Field(() => ProjectorLinkType)
  link!: GuestPass;

  @Field(() => String, { description: 'Shown this once. Open it on the computer of the projector.' })
  url!: string;
}

/** What this screen is, when nobody is signed in on it. */
@ObjectType('Guest', { description: 'What this screen is, when nobody is signed in on it.' })
export class GuestType {
  @Field(() => PassKind)
  kind!: PassKind;

  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The meeting that a remote drives.' })
  meetingId!: string | null;
}

/** Screens that come in without a person. */
@Resolver(() => ProjectorLinkType)
export class GuestsResolver {
  constructor(
    private readonly links: ManageProjectorLinks,
    private readonly guests: EnterAsGuest,
  ) {}

  @Query(() => GuestType, { nullable: true, description: 'Null for whoever signed in, and for strangers.' })
  guest(@Context() { visitor }: RequestContext<Visitor>): GuestType | null {
    return visitor?.pass ?? null;
  }

  @Query(() => [ProjectorLinkType], { description: 'Those that count, the latest first.' })
  projectorLinks(): Promise<GuestPass[]> {
    return this.links.all();
  }

  @ResolveField(() => PersonType, { nullable: true })
  madeBy(
    @Parent() { madeById }: GuestPass,
    @Context() context: RequestContext<Visitor>,
  ): Person | null | Promise<Person | null> {
    return loadPerson(context)(madeById);
  }

  @Mutation(() => MadeProjectorLinkType)
  makeProjectorLink(
    @Args('name', { type: () => String, description: 'Where the projector is.' }) name: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<MadeProjectorLinkType> {
    return this.links.make(requireVisitor(context), name);
  }

  @Mutation(() => Boolean, { description: 'Every screen that came in by it goes dark at once.' })
  async revokeProjectorLink(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.links.revoke(id);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Lets this screen in by the secret of a projector link.' })
  async enterByProjectorLink(
    @Args('token', { type: () => String }) token: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    headersOf(context);
    carryCookies(context, [await this.guests.byLink(token, context.ip)]);
    return true;
  }

  @Mutation(() => ID, { description: 'Makes this screen the remote of a meeting, whose id it gives.' })
  async pairRemote(
    @Args('code', { type: () => String, description: 'The six digits that the projector shows.' }) code: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<string> {
    headersOf(context);
    const { cookie, meetingId } = await this.guests.byCode(code, context.ip);
    carryCookies(context, [cookie]);
    return meetingId;
  }
}
