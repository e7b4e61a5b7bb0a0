import { requireVisitor, type Visitor } from '@stanch/people';
import { Live, LoaderRegistry, type RequestContext, watchAs } from '@stanch/platform';
import { Frames } from '@stanch/remediation';
import { Args, Context, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { MarkNotificationsRead } from '../application/mark-notifications-read.js';
import { type LiveNotification, notificationTopic } from '../application/notification-topic.js';
import { ReadNotifications } from '../application/read-notifications.js';
import { NotificationConnectionType, NotificationType } from './notification.type.js';

/** What one was told: the list, its marks, and what comes now. */
@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly readNotifications: ReadNotifications,
    private readonly marksRead: MarkNotificationsRead,
    private readonly live: Live,
    private readonly registry: LoaderRegistry,
    private readonly frames: Frames,
  ) {}

  @Query(() => NotificationConnectionType, { description: 'What one was told, the newest first.' })
  async notifications(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 30 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<NotificationConnectionType> {
    const visitor = requireVisitor(context);
    const page = await this.readNotifications.run(visitor, { first: first ?? 30, after });
    const unreadCount = await this.readNotifications.unreadCount(visitor);
    return { ...page, unreadCount, nodes: page.nodes.map((one) => NotificationType.of(one, this.frames)) };
  }

  @Mutation(() => Boolean, { description: 'Marks these, or without ids all, of one’s notifications as read.' })
  async markNotificationsRead(
    @Args('ids', { type: () => [ID], nullable: true }) ids: string[] | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<boolean> {
    await this.marksRead.run(requireVisitor(context), ids ?? null);
    return true;
  }

  @Subscription(() => NotificationType, {
    description:
      'What one is told now. One that comes again has changed: merged with a later one, read, or taken back.',
    resolve(this: NotificationsResolver, notification: LiveNotification) {
      return NotificationType.of(notification, this.frames);
    },
  })
  notificationReceived(@Context() context: RequestContext<Visitor>): AsyncIterableIterator<LiveNotification> {
    const { personId } = requireVisitor(context);
    return watchAs(context, this.registry, this.live.watch<LiveNotification>(notificationTopic(personId)));
  }
}
