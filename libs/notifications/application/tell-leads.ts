import { Clock, Ids } from '@stanch/kernel';
import { People, Role } from '@stanch/people';
import { Live, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/notice.js';
import type { Notification } from '../domain/notification.js';
import { sayInApp } from '../email/say.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { notificationTopic } from './notification-topic.js';

/** Tells the leads in the app of what only they can mend, such as an address that does not work. */
@Injectable()
export class TellLeads {
  constructor(
    private readonly people: People,
    private readonly stored: StoredNotices,
    private readonly live: Live,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async within(transaction: Transaction, told: Pick<Notice, 'kind' | 'person' | 'words' | 'reason'>): Promise<void> {
    const at = this.clock.now();
    const eventId = this.ids.next();
    const notice: Notice = { ...told, part: 'lead', at, by: null, card: null };
    const leads = (await this.people.withRole(Role.LEAD)).filter(({ active }) => active);
    const notifications = leads.map(({ id: personId }): Notification => ({
      id: this.ids.next(),
      eventId,
      personId,
      kind: notice.kind,
      topic: null,
      painPointId: null,
      actorId: null,
      text: sayInApp(notice),
      notice,
      internal: true,
      at,
      readAt: null,
    }));
    await this.stored.saveNotifications(transaction, notifications);
    transaction.afterCommit(() => {
      for (const one of notifications) this.live.publish(notificationTopic(one.personId), one);
    });
  }
}
