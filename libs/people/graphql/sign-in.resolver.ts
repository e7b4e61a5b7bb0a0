import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangePassword } from '../application/change-password.js';
import { CreateApiToken } from '../application/create-api-token.js';
import { IdentifyVisitor } from '../application/identify-visitor.js';
import { RevokeApiToken } from '../application/revoke-api-token.js';
import { SignIn } from '../application/sign-in.js';
import { SignOut } from '../application/sign-out.js';
import type { ApiToken } from '../domain/api-token.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import { ApiTokens } from '../persistence/api-tokens.js';
import { ApiTokenType, CreatedApiTokenType } from './api-token.type.js';
import { carryCookies, headersOf, letIn, originOf } from './let-in.js';
import { loadPerson } from './load.js';
import { PersonType } from './person.type.js';
import { requireVisitor } from './require-visitor.js';

/**
 * How one comes in and goes. The session travels in a cookie that scripts cannot read (httpOnly), that other sites
 * cannot send along with a POST (sameSite=lax) and, under https, that never travels in the clear (secure). Against
 * forged requests this stands together with Apollo's csrfPrevention: an operation needs a content type or header that
 * a foreign page can only send after a preflight, and no foreign origin passes one.
 */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly signInBy: SignIn,
    private readonly signOutOf: SignOut,
    private readonly changePasswordOf: ChangePassword,
    private readonly identifyVisitor: IdentifyVisitor,
    private readonly createToken: CreateApiToken,
    private readonly revokeToken: RevokeApiToken,
    private readonly tokens: ApiTokens,
  ) {}

  @Query(() => PersonType, { nullable: true, description: 'Whoever is signed in; null when nobody is.' })
  me(@Context() context: RequestContext<Visitor>): Person | null | Promise<Person | null> {
    const { visitor } = context;
    return visitor && !visitor.pass ? loadPerson(context)(visitor.personId) : null;
  }

  @Mutation(() => PersonType, { description: 'Sets the session cookie.' })
  async signIn(
    @Args('email', { type: () => String }) email: string,
    @Args('password', { type: () => String }) password: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return letIn(context, await this.signInBy.run({ email, password }, originOf(context)));
  }

  @Mutation(() => Boolean, { description: 'Ends the session of this browser at once.' })
  async signOut(@Context() context: RequestContext<Visitor>): Promise<boolean> {
    const proof = this.identifyVisitor.proofOf(headersOf(context));
    carryCookies(context, await this.signOutOf.run(context.visitor, proof));
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends all other sessions of the person.' })
  async changePassword(
    @Args('current', { type: () => String }) current: string,
    @Args('next', { type: () => String }) next: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    await this.changePasswordOf.run(requireVisitor(context), { current, next }, context.ip);
    return true;
  }

  @Query(() => [ApiTokenType], { description: 'My own, the latest first.' })
  apiTokens(@Context() context: RequestContext<Visitor>): Promise<ApiToken[]> {
    return this.tokens.of(requireVisitor(context).personId);
  }

  @Mutation(() => CreatedApiTokenType)
  createApiToken(
    @Args('name', { type: () => String }) name: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<CreatedApiTokenType> {
    return this.createToken.run(requireVisitor(context), { name });
  }

  @Mutation(() => Boolean)
  async revokeApiToken(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    await this.revokeToken.run(requireVisitor(context), { id });
    return true;
  }
}
