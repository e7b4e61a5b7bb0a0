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

/** Which mails: in these states, and when something is looked for, to such an address, to these people or about these. */
export interface WantedMails {
  readonly states: readonly MailState[];
  readonly lookedFor: {
    readonly text: string;
    readonly personIds: readonly string[];
    readonly painPointIds: readonly string[];
  } | null;
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

  /** The mails that are wanted, the newest first, from a place in that order on. */
  async mails({ states, lookedFor }: WantedMails, limit: number, after: string | null): Promise<Mail[]> {
    const further: FilterQuery<Mail> = after === null ? {} : { id: { $lt: after } };
    const found: FilterQuery<Mail> = lookedFor
      ? {
          $or: [
            { address: { $like: containing(lookedFor.text) } },
            { personId: { $in: [...lookedFor.personIds] } },
            { painPointId: { $in: [...lookedFor.painPointIds] } },
          ],
        }
      : {};
    return this.unitOfWork.read((em) =>
      em.find(Mail, { $and: [{ state: { $in: [...states] } }, found, further] }, { orderBy: { id: 'desc' }, limit }),
    );
  }

  /** One mail; null when there is none. */
  async mail(id: string): Promise<Mail | null> {
    return this.unitOfWork.read((em) => em.findOne(Mail, { id }));
  }

  /** The ids of mails that were given up, oldest first, from a place in that order on. */
  async failedIds(limit: number, after: string | null): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) => {
      const failed = em.getKysely<NotificationTables>().selectFrom('mail').where('state', '=', MailState.FAILED);
      const further = after === null ? failed : failed.where('id', '>', after);
      return further.select('id').orderBy('id').limit(limit).execute();
    });
    return rows.map(({ id }) => id);
  }

  /** How many of the mails looked for there are in each state. */
  async countMails(lookedFor: WantedMails['lookedFor']): Promise<Map<MailState, number>> {
    const rows = await this.unitOfWork.read((em) => {
      const all = em.getKysely<NotificationTables>().selectFrom('mail');
      const found = lookedFor
        ? all.where((eb) =>
            eb.or([
              eb('address', 'like', containing(lookedFor.text)),
              eb('person_id', 'in', orNone(lookedFor.personIds)),
              eb('pain_point_id', 'in', orNone(lookedFor.painPointIds)),
            ]),
          )
        : all;
      return found
        .groupBy('state')
        .select('state')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .execute();
    });
    const counts = new Map(rows.map((row) => [row.state as MailState, row.count]));
    return new Map(Object.values(MailState).map((state) => [state, counts.get(state) ?? 0]));
  }
}

/** Addresses are kept in small letters. What means something to LIKE stands for any one character. */
function containing(text: string): string {
  return `%${text
    .trim()
    .toLowerCase()
    .slice(0, 200)
    .replace(/[%_\\]/gu, '_')}%`;
}

/** An empty list must match nothing; SQL has no empty `in`. */
function orNone(ids: readonly string[]): string[] {
  return ids.length > 0 ? [...ids] : [''];
}

function visibleTo({ personId, seesInternal }: Reader): FilterQuery<Notification> {
  return seesInternal ? { personId } : { personId, internal: false };
}
