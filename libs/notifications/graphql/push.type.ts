import type { Instant } from '@stanch/kernel';
import { InstantScalar } from '@stanch/platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { HeldDevice } from '../application/switch-push.js';

/** A device as its owner sees it; never the address and keys by which something is pushed there. */
@ObjectType('PushDevice', { description: 'A browser in which one switched push on.' })
export class PushDeviceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Made of what the browser says of itself.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is the browser that asks, by the address it gave.' })
  here!: boolean;

  @Field(() => Boolean, { description: 'Whether one is signed in there; otherwise nothing is sent to it.' })
  signedIn!: boolean;

  @Field(() => InstantScalar)
  addedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When something arrived there last.' })
  reachedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Since when nothing arrives; null while all does.' })
  failingSince!: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why nothing arrives.' })
  failure!: string | null;

  @Field(() => Boolean, { description: 'Tried for days in vain: nothing more is sent until a test arrives.' })
  givenUp!: boolean;

  static of({ device, signedIn }: HeldDevice, here: string | null): PushDeviceType {
    const { id, name, endpoint, addedAt, reachedAt, failingSince, failure, givenUpAt } = device;
    const state = { addedAt, reachedAt, failingSince, failure, givenUp: givenUpAt !== null };
    return Object.assign(new PushDeviceType(), { id, name, here: endpoint === here, signedIn, ...state });
  }
}

@ObjectType('PushTest', { description: 'How a test went.' })
export class PushTestType {
  @Field(() => Boolean)
  arrived!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it did not arrive.' })
  reason!: string | null;
}

@InputType('SwitchPushOnInput', { description: 'What the browser gives away as its PushSubscription.' })
export class SwitchPushOnInput {
  @Field(() => String)
  endpoint!: string;

  @Field(() => String)
  p256dh!: string;

  @Field(() => String)
  auth!: string;

  @Field(() => String, { nullable: true, description: 'The address it had before, when it was given a new one.' })
  replaces?: string | null;
}
