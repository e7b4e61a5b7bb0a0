import { Clock } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { Live } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { StoredLists } from '../persistence/stored-lists.js';
import { notificationTopic } from './notification-topic.js';

/** How many are told live, one by one; whoever marks more reads the list anew. */
const MOST_TOLD = 50;

/** Marks one's own notifications as read: these, or all of them. The other screens of the same person hear of it. */
@Injectable()
export class MarkNotificationsRead {
  constructor(
    private readonly lists: StoredLists,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, ids: readonly string[] | null): Promise<void> {
    const marked = await this.lists.markRead(actor.personId, ids, this.clock.now());
    for (const notification of marked.slice(0, MOST_TOLD)) {
      this.live.publish(notificationTopic(actor.personId), notification);
    }
  }
}
