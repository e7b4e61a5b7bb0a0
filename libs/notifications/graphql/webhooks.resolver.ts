import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { FindVoice } from '../application/find-voice.js';
import { ManageWebhooks } from '../application/manage-webhooks.js';
import { StoredWebhooks } from '../persistence/stored-webhooks.js';
import {
  AddWebhookInput,
  NewWebhookType,
  UpdateWebhookInput,
  WebhookDeliveryType,
  WebhookType,
} from './webhooks.type.js';

/** Where teams are told. */
@Resolver()
export class WebhooksResolver {
  constructor(
    private readonly manages: ManageWebhooks,
    private readonly stored: StoredWebhooks,
    private readonly voices: FindVoice,
  ) {}

  @Query(() => [WebhookType], { description: 'Where teams are told.' })
  async webhooks(): Promise<WebhookType[]> {
    return (await this.stored.all()).map(WebhookType.of);
  }

  @Query(() => [WebhookDeliveryType], { description: 'What a webhook was told last, the latest first.' })
  async webhookDeliveries(@Args('webhookId', { type: () => ID }) webhookId: string): Promise<WebhookDeliveryType[]> {
    const voice = await this.voices.ofWorkspace();
    return (await this.stored.log(webhookId)).map((delivery) => WebhookDeliveryType.of(delivery, voice));
  }

  @Mutation(() => NewWebhookType)
  async addWebhook(
    @Args('input', { type: () => AddWebhookInput }) input: AddWebhookInput,
    @Context() context: RequestContext<Visitor>,
  ): Promise<NewWebhookType> {
    const webhook = await this.manages.add(requireVisitor(context), input);
    return { webhook: WebhookType.of(webhook), secret: webhook.secret };
  }

  @Mutation(() => WebhookType)
  async updateWebhook(
    @Args('input', { type: () => UpdateWebhookInput }) { id, ...changes }: UpdateWebhookInput,
  ): Promise<WebhookType> {
    return WebhookType.of(await this.manages.update(id, changes));
  }

  @Mutation(() => Boolean)
  async removeWebhook(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.manages.remove(id);
    return true;
  }

  @Mutation(() => WebhookDeliveryType, { description: 'Sends something now, so that one sees whether it arrives.' })
  async testWebhook(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<WebhookDeliveryType> {
    const delivery = await this.manages.test(requireVisitor(context), id);
    return WebhookDeliveryType.of(delivery, await this.voices.ofWorkspace());
  }
}
