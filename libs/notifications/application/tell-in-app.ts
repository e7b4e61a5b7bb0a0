import { Ids } from '@stanch/kernel';
import { Live, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/notice.js';
import type { Notification } from '../domain/notification.js';
import { sayInApp } from '../email/say.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { notificationTopic } from './notification-topic.js';

/** Tells people in the app alone of what concerns no single pain point, such as a digest. */
@Injectable()
export class TellInApp {
  constructor(
    private readonly stored: StoredNotices,
    private readonly live: Live,
    private readonly ids: Ids,
  ) {}

  /** Tells each of them, once an event. */
  async within(transaction: Transaction, personIds: readonly string[], eventId: string, notice: Notice): Promise<void> {
    const notifications = personIds.map((personId): Notification => ({
      id: this.ids.next(),
      eventId,
      personId,
      kind: notice.kind,
      topic: null,
      painPointId: null,
      actorId: null,
      text: sayInApp(notice),
      notice,
      internal: notice.internal ?? false,
      at: notice.at,
      readAt: null,
    }));
    await this.stored.saveNotifications(transaction, notifications);
    transaction.afterCommit(() => {
      for (const one of notifications) this.live.publish(notificationTopic(one.personId), one);
    });
  }
}
