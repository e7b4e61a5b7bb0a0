import type { Instant } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Mail, MailState } from '../domain/mail.js';
import { Notification } from '../domain/notification.js';
import type { NotificationTables } from './tables.js';

/** Whose notifications, and whether internal ones are among them. */
export interface Reader {
  readonly personId: string;
  readonly seesInternal: boolean;
}

/** Pages of what people were told and of the mails. */
@Injectable()
export class StoredLists {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A person's notifications, the newest first, from a place in that order on. */
  async notifications(
    reader: Reader,
    limit: number,
    after: { at: Instant; id: string } | null,
  ): Promise<Notification[]> {
    const further: FilterQuery<Notification> = after
      ? { $or: [{ at: { $lt: after.at } }, { at: after.at, id: { $lt: after.id } }] }
      : {};
    return this.unitOfWork.read((em) =>
      em.find(Notification, { $and: [visibleTo(reader), further] }, { orderBy: { at: 'desc', id: 'desc' }, limit }),
    );
  }

  async countNotifications(reader: Reader, unreadOnly: boolean): Promise<number> {
    const unread: FilterQuery<Notification> = unreadOnly ? { readAt: null } : {};
    return this.unitOfWork.read((em) => em.count(Notification, { $and: [visibleTo(reader), unread] }));
  }

  /** Marks these, or all, of a person's notifications as read; gives those that were not. */
  async markRead(personId: string, ids: readonly string[] | null, now: Instant): Promise<Notification[]> {
    const some: FilterQuery<Notification> = ids === null ? {} : { id: { $in: [...ids] } };
    return this.unitOfWork.run(async ({ em }) => {
      const unread = await em.find(Notification, { $and: [{ personId, readAt: null }, some] });
      for (const notification of unread) notification.readAt = now;
      return unread;
    });
  }

  /** Mails in these states, the newest first, from a place in that order on. */
  async mails(states: readonly MailState[], limit: number, after: string | null): Promise<Mail[]> {
    const further: FilterQuery<Mail> = after === null ? {} : { id: { $lt: after } };
    return this.unitOfWork.read((em) =>
      em.find(Mail, { $and: [{ state: { $in: [...states] } }, further] }, { orderBy: { id: 'desc' }, limit }),
    );
  }

  /** How many mails there are in each state. */
  async countMails(): Promise<Map<MailState, number>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<NotificationTables>()
        .selectFrom('mail')
        .groupBy('state')
        .select('state')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .execute(),
    );
    const counts = new Map(rows.map((row) => [row.state as MailState, row.count]));
    return new Map(Object.values(MailState).map((state) => [state, counts.get(state) ?? 0]));
  }
}

function visibleTo({ personId, seesInternal }: Reader): FilterQuery<Notification> {
  return seesInternal ? { personId } : { personId, internal: false };
}
