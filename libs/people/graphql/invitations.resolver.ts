import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InvitePeople } from '../application/invite-people.js';
import type { Invitation } from '../domain/invitation.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import { InvitationType, InvitePeopleInputType } from './invitation.type.js';
import { INVITATION_LOADER } from './load.js';
import { PersonType } from './person.type.js';
import { requireVisitor } from './require-visitor.js';

/** Asking people to come in. */
@Resolver(() => PersonType)
export class InvitationsResolver {
  constructor(private readonly invites: InvitePeople) {}

  @ResolveField(() => InvitationType, { nullable: true, description: 'Null for somebody who was never invited.' })
  async invitation(
    @Parent() { id }: Person,
    @Context() { loaders }: RequestContext<Visitor>,
  ): Promise<InvitationType | null> {
    const invitation = await loaders.load<Invitation>(INVITATION_LOADER, id);
    return invitation && InvitationType.of(invitation);
  }

  @Mutation(() => [PersonType], { description: 'All of the list, or nobody. Who has come in before is left alone.' })
  invitePeople(
    @Args('input', { type: () => InvitePeopleInputType }) input: InvitePeopleInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person[]> {
    return this.invites.run(requireVisitor(context), input);
  }

  @Mutation(() => PersonType, { description: 'Sends the invitation once more.' })
  inviteAgain(
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return this.invites.again(requireVisitor(context), personId);
  }

  @Mutation(() => PersonType, { description: 'Takes it back; the person may not come in.' })
  withdrawInvitation(
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return this.invites.withdraw(requireVisitor(context), personId);
  }
}
