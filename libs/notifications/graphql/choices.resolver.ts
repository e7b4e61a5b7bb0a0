import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChooseNotifications } from '../application/choose-notifications.js';
import { LeaveMails } from '../application/leave-mails.js';
import {
  ChooseNotificationsInputType,
  NotificationChoicesType,
  UnsubscribeInput,
  UnsubscriptionType,
} from './choices.type.js';

/** How one wants to be told, and the way out. */
@Resolver()
export class ChoicesResolver {
  constructor(
    private readonly chooses: ChooseNotifications,
    private readonly leaves: LeaveMails,
  ) {}

  @Query(() => NotificationChoicesType, { description: 'How one wants to be told.' })
  async notificationChoices(@Context() context: RequestContext<Visitor>): Promise<NotificationChoicesType> {
    return NotificationChoicesType.of(await this.chooses.of(requireVisitor(context)));
  }

  @Mutation(() => NotificationChoicesType, { description: 'Changes how one wants to be told.' })
  async chooseNotifications(
    @Args('input', { type: () => ChooseNotificationsInputType }) input: ChooseNotificationsInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<NotificationChoicesType> {
    return NotificationChoicesType.of(await this.chooses.run(requireVisitor(context), input));
  }

  @Query(() => UnsubscriptionType, {
    nullable: true,
    description: 'What the link in a mail can end; null for a damaged one. Changes nothing.',
  })
  async unsubscription(@Args('token', { type: () => String }) token: string): Promise<UnsubscriptionType | null> {
    const leaving = await this.leaves.read(token);
    return leaving && UnsubscriptionType.of(leaving);
  }

  @Mutation(() => UnsubscriptionType, { description: 'Leaves by the link in a mail, signed in or not.' })
  async unsubscribe(
    @Args('input', { type: () => UnsubscribeInput }) { token, scope, comeBack }: UnsubscribeInput,
  ): Promise<UnsubscriptionType> {
    return UnsubscriptionType.of(await this.leaves.run(token, scope, comeBack ?? false));
  }
}
