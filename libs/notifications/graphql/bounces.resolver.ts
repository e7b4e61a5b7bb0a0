import { atLeast, type Person, PersonType, Role, type Visitor } from '@stanch/people';
import { LoaderRegistry, type RequestContext, UnitOfWork } from '@stanch/platform';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TryAddressAgain } from '../application/try-address-again.js';
import type { ChosenSettings } from '../domain/chosen-settings.js';
import { StoredChoices } from '../persistence/stored-choices.js';
import { BounceType } from './choices.type.js';

const BOUNCES_LOADER = 'bounceOfPerson';

/** Whose mails come back, and sending to them once more. */
@Resolver(() => PersonType)
export class BouncesResolver implements OnModuleInit {
  constructor(
    private readonly tries: TryAddressAgain,
    private readonly choices: StoredChoices,
    private readonly unitOfWork: UnitOfWork,
    private readonly loaders: LoaderRegistry,
  ) {}

  onModuleInit(): void {
    this.loaders.register(BOUNCES_LOADER, (ids) => this.unitOfWork.read((em) => this.choices.bouncesOf({ em }, ids)));
  }

  @ResolveField(() => BounceType, {
    nullable: true,
    description: 'That mails to their address come back, so that none is sent; for leads, null for everyone else.',
  })
  async bounce(
    @Parent() { id, email }: Person,
    @Context() { visitor, loaders }: RequestContext<Visitor>,
  ): Promise<BounceType | null> {
    if (visitor === null || !atLeast(visitor.role, Role.LEAD)) return null;
    const bounce = await loaders.load<NonNullable<ChosenSettings['bounce']>>(BOUNCES_LOADER, id);
    // They may have another address by now.
    return bounce?.address === email ? Object.assign(new BounceType(), bounce) : null;
  }

  @Mutation(() => PersonType, { description: 'Sends mails to somebody again whose address did not take them.' })
  tryAddressAgain(@Args('personId', { type: () => ID }) personId: string): Promise<Person> {
    return this.tries.run(personId);
  }
}
