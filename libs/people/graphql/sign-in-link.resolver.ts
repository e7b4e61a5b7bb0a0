import type { Instant } from '@stanch/kernel';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { SignInByLink } from '../application/sign-in-by-link.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import { letIn, originOf } from './let-in.js';
import { PersonType } from './person.type.js';

/** What whoever holds a link may know of it. */
@ObjectType('SignInLink', { description: 'A link to sign in with, looked at and not used.' })
export class SignInLinkType {
  @Field(() => Boolean)
  good!: boolean;

  @Field(() => String, { nullable: true, description: 'Whose link it is; null when it counts for nothing.' })
  personName!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  until!: Instant | null;
}

/** In without a password. */
@Resolver()
export class SignInLinkResolver {
  constructor(private readonly byLink: SignInByLink) {}

  @Query(() => SignInLinkType, { description: 'Whose link this is. Changes nothing.' })
  async signInLink(@Args('token', { type: () => String }) token: string): Promise<SignInLinkType> {
    const { person, until } = await this.byLink.look(token);
    return { good: person !== null, personName: person?.name ?? null, until };
  }

  @Mutation(() => Boolean, {
    description: 'Sends a link to sign in with, if the address is known; says nothing about that.',
  })
  async askForSignInLink(
    @Args('email', { type: () => String }) email: string,
    @Args('next', { type: () => String, nullable: true, description: 'An address within Stanch to come back to.' })
    next: string | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    await this.byLink.ask({ email, next }, context.ip);
    return true;
  }

  @Mutation(() => PersonType, { description: 'Uses the link up and sets the session cookie.' })
  async signInByLink(
    @Args('token', { type: () => String }) token: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return letIn(context, await this.byLink.run(token, originOf(context)));
  }
}
