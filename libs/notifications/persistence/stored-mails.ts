import type { Instant } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { Injectable } from '@nestjs/common';
import { Mail, MailState } from '../domain/mail.js';
import { ENTRANCES } from '../domain/notification-rules.js';
import { WAITING } from './stored-notices.js';
import type { NotificationTables } from './tables.js';

type Within = Pick<Transaction, 'em'>;

/** The mails on their way. */
@Injectable()
export class StoredMails {
  /** What is due, the oldest first: a pain point's mails arrive in the order in which they were written. */
  async due(em: SqlEntityManager, now: Instant, limit: number): Promise<Mail[]> {
    return em.find(
      Mail,
      { state: MailState.WAITING, nextAttemptAt: { $lte: now } },
      { orderBy: { id: 'asc' }, limit, disableIdentityMap: true },
    );
  }

  /** When the next mail is due; null when none waits. */
  async nextDue(em: SqlEntityManager): Promise<Instant | null> {
    const row = await em
      .getKysely<NotificationTables>()
      .selectFrom('mail')
      .select((eb) => eb.fn.min('next_attempt_at').as('next'))
      .where('state', '=', WAITING)
      .executeTakeFirst();
    return row?.next ?? null;
  }

  /** Marks a mail as being handed over; null when it no longer waits. */
  async claim({ em }: Within, id: string): Promise<Mail | null> {
    const mail = await em.findOne(Mail, { id, state: MailState.WAITING }, { disableIdentityMap: true });
    if (mail === null) return null;
    mail.state = MailState.SENDING;
    mail.attempts += 1;
    await em
      .getKysely<NotificationTables>()
      .updateTable('mail')
      .set({ state: mail.state, attempts: mail.attempts })
      .where('id', '=', id)
      .execute();
    return mail;
  }

  /** Writes down how it went. */
  async settle({ em }: Within, mail: Mail): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .updateTable('mail')
      .set({
        state: mail.state,
        language: mail.language,
        next_attempt_at: mail.nextAttemptAt,
        sent_at: mail.sentAt,
        last_error: mail.lastError,
      })
      .where('id', '=', mail.id)
      .execute();
  }

  /** No mail server is to be had: all that is due waits with this reason, each as if it had been tried. */
  async postpone({ em }: Within, reason: string, now: Instant): Promise<void> {
    const kysely = em.getKysely<NotificationTables>();
    const due = await kysely
      .selectFrom('mail')
      .select('attempts')
      .distinct()
      .where('state', '=', WAITING)
      .where('next_attempt_at', '<=', now)
      .execute();
    for (const { attempts } of due) {
      const like = Object.assign(new Mail(), { attempts: attempts + 1 });
      like.fail(reason, false, now, Math.random());
      await kysely
        .updateTable('mail')
        .set({
          attempts: like.attempts,
          state: like.state,
          next_attempt_at: like.nextAttemptAt,
          last_error: like.lastError,
        })
        .where('state', '=', WAITING)
        .where('next_attempt_at', '<=', now)
        .where('attempts', '=', attempts)
        .execute();
    }
  }

  /** One by its id; null when there is none. */
  async byId({ em }: Within, id: string): Promise<Mail | null> {
    return em.findOne(Mail, { id }, { disableIdentityMap: true });
  }

  /** All that waits for one person, the oldest first. */
  async waitingFor({ em }: Within, personId: string): Promise<Mail[]> {
    const options = { orderBy: { id: 'asc' }, disableIdentityMap: true } as const;
    return em.find(Mail, { state: MailState.WAITING, personId }, options);
  }

  /** Lets a mail wait until a moment, for what belongs to it. */
  async delay({ em }: Within, id: string, until: Instant): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .updateTable('mail')
      .set({ next_attempt_at: until })
      .where('id', '=', id)
      .where('state', '=', WAITING)
      .execute();
  }

  /** Takes back what waits for somebody who no longer wants it; not what they asked for, such as a link to sign in. */
  async withdraw(
    { em }: Within,
    personId: string,
    only: { readonly painPointId?: string; readonly kinds?: readonly string[] } = {},
  ): Promise<void> {
    let query = em
      .getKysely<NotificationTables>()
      .deleteFrom('mail')
      .where('state', '=', WAITING)
      .where('person_id', '=', personId)
      .where('kind', 'not in', ENTRANCES);
    if (only.painPointId !== undefined) query = query.where('pain_point_id', '=', only.painPointId);
    if (only.kinds !== undefined) query = query.where('kind', 'in', only.kinds);
    await query.execute();
  }

  /** What was being handed over when the process ended waits again. */
  async recover({ em }: Within): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .updateTable('mail')
      .set({ state: MailState.WAITING })
      .where('state', '=', MailState.SENDING)
      .execute();
  }
}
