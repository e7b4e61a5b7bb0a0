import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SwitchPush } from '../application/switch-push.js';
import { TestPush } from '../application/test-push.js';
import { PushKeys } from '../channels/push-keys.js';
import { PushDeviceType, PushTestType, SwitchPushOnInput } from './push.type.js';

/** One's own devices, and what is pushed to them. */
@Resolver()
export class PushResolver {
  constructor(
    private readonly keys: PushKeys,
    private readonly switches: SwitchPush,
    private readonly tests: TestPush,
  ) {}

  @Query(() => String, { description: 'The key that a browser binds its address to (VAPID); public.' })
  pushKey(): string {
    return this.keys.publicKey;
  }

  @Query(() => [PushDeviceType], { description: 'One’s own devices, the latest first.' })
  async pushDevices(
    @Args('endpoint', { type: () => String, nullable: true, description: 'Of the browser that asks.' })
    endpoint: string | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<PushDeviceType[]> {
    const held = await this.switches.of(requireVisitor(context));
    return held.map((device) => PushDeviceType.of(device, endpoint ?? null));
  }

  @Mutation(() => PushDeviceType, { description: 'Switches push on in this browser, while one is signed in there.' })
  async switchPushOn(
    @Args('input', { type: () => SwitchPushOnInput }) input: SwitchPushOnInput,
    @Context() context: RequestContext<Visitor>,
  ): Promise<PushDeviceType> {
    const held = await this.switches.on(requireVisitor(context), input, context.request?.headers['user-agent']);
    return PushDeviceType.of(held, input.endpoint);
  }

  @Mutation(() => Boolean, { description: 'Takes a device of one’s own away.' })
  async switchPushOff(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    await this.switches.off(requireVisitor(context), id);
    return true;
  }

  @Mutation(() => PushTestType, { description: 'Sends something now, so that one sees whether it arrives.' })
  async testPush(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<PushTestType> {
    return this.tests.run(requireVisitor(context), id);
  }
}
