import type { Instant } from '@stanch/kernel';
import { InstantScalar } from '@stanch/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EventGroup } from '../domain/preferences.js';
import { DeliveryState, type Webhook, type WebhookDelivery, WebhookTemplate } from '../domain/webhook.js';
import { sayInApp } from '../email/say.js';
import type { Voice } from '../email/voice.js';
import { NotificationEvent } from './choices.type.js';

registerEnumType(WebhookTemplate, { name: 'WebhookTemplate', description: 'For which chat a webhook is worded.' });
registerEnumType(DeliveryState, { name: 'DeliveryState', description: 'How far a message to a webhook is.' });

@ObjectType('WebhookDelivery', { description: 'One message to a webhook, and how it went.' })
export class WebhookDeliveryType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => DeliveryState)
  state!: DeliveryState;

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status that was answered last.' })
  status!: number | null;

  @Field(() => String, { nullable: true })
  lastError!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  sentAt!: Instant | null;

  static of({ notice, ...delivery }: WebhookDelivery, voice: Voice): WebhookDeliveryType {
    return Object.assign(new WebhookDeliveryType(), { ...delivery, text: sayInApp(notice, voice) });
  }
}

/** A webhook as leads see it; never its secret. */
@ObjectType('Webhook', { description: 'Where a team is told, in its chat.' })
export class WebhookType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  url!: string;

  @Field(() => WebhookTemplate)
  template!: WebhookTemplate;

  @Field(() => [NotificationEvent as unknown as object])
  events!: readonly EventGroup[];

  @Field(() => InstantScalar, { nullable: true })
  pausedAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'Why Stanch paused it; null when a lead did.' })
  pauseReason!: string | null;

  static of({ id, name, url, template, events, pausedAt, pauseReason }: Webhook): WebhookType {
    return Object.assign(new WebhookType(), { id, name, url, template, events, pausedAt, pauseReason });
  }
}

@ObjectType('NewWebhook', { description: 'A webhook with the secret that signs its messages, which is shown once.' })
export class NewWebhookType {
  @Field(() => WebhookType)
  webhook!: WebhookType;

  @Field(() => String)
  secret!: string;
}

@InputType('AddWebhookInput')
export class AddWebhookInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  url!: string;

  @Field(() => WebhookTemplate)
  template!: WebhookTemplate;

  @Field(() => [NotificationEvent as unknown as object])
  events!: EventGroup[];
}

@InputType('UpdateWebhookInput', { description: 'What is left out stays.' })
export class UpdateWebhookInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => WebhookTemplate, { nullable: true })
  template?: WebhookTemplate | null;

  @Field(() => [NotificationEvent as unknown as object], { nullable: true })
  events?: EventGroup[] | null;

  @Field(() => Boolean, { nullable: true })
  paused?: boolean | null;
}
