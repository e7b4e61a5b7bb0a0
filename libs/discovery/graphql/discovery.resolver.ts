import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AddService } from '../application/add-service.js';
import { Services } from '../persistence/services.js';
import { ServiceType } from './discovery.types.js';

/** What IT provides. */
@Resolver()
export class DiscoveryResolver {
  constructor(
    private readonly allServices: Services,
    private readonly addsService: AddService,
  ) {}

  @Query(() => [ServiceType], { description: 'All services, by name.' })
  services(): Promise<ServiceType[]> {
    return this.allServices.all();
  }

  @Mutation(() => ServiceType)
  addService(
    @Args('name', { type: () => String }) name: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<ServiceType> {
    return this.addsService.run(requireVisitor(context), { name });
  }
}
