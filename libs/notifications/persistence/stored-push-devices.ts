import type { Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { PushDevice } from '../domain/push-device.js';
import type { NotificationTables } from './tables.js';

type Within = Pick<Transaction, 'em'>;

/** Sessions belong to people; a device is told of while its session lasts. */
interface ListeningTables extends NotificationTables {
  session: { id: string; expires_at: string };
}

/** The devices in which people switched push on. */
@Injectable()
export class StoredPushDevices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One person's, the latest first; to look at only. */
  async of(personId: string): Promise<PushDevice[]> {
    return this.unitOfWork.read((em) => em.find(PushDevice, { personId }, { orderBy: { id: 'desc' } }));
  }

  async count({ em }: Within, personId: string): Promise<number> {
    return em.count(PushDevice, { personId });
  }

  /** One, to be changed in this transaction; null when there is none. */
  async byId({ em }: Within, id: string): Promise<PushDevice | null> {
    return em.findOne(PushDevice, { id });
  }

  /** The one at an address, to be changed in this transaction; null when there is none. */
  async byEndpoint({ em }: Within, endpoint: string): Promise<PushDevice | null> {
    return em.findOne(PushDevice, { endpoint });
  }

  /** Takes one away, with all that waits for it. */
  async remove({ em }: Within, id: string): Promise<void> {
    await em.getKysely<NotificationTables>().deleteFrom('push_device').where('id', '=', id).execute();
  }

  /** Which devices these people can be told on now: signed in there, and not tried in vain for days. */
  async listening({ em }: Within, personIds: readonly string[], now: Instant): Promise<Map<string, string[]>> {
    const rows = await em
      .getKysely<ListeningTables>()
      .selectFrom('push_device')
      .innerJoin('session', 'session.id', 'push_device.session_id')
      .select(['push_device.id', 'push_device.person_id'])
      .where('push_device.person_id', 'in', [...new Set(personIds)])
      .where('push_device.given_up_at', 'is', null)
      .where('session.expires_at', '>', now)
      .orderBy('push_device.id')
      .execute();
    const byPerson = Map.groupBy(rows, (row) => row.person_id);
    return new Map([...byPerson].map(([personId, some]) => [personId, some.map(({ id }) => id)]));
  }

  /** Whether somebody is signed in on a device now. */
  async isSignedIn({ em }: Within, { sessionId }: PushDevice, now: Instant): Promise<boolean> {
    const row = await em
      .getKysely<ListeningTables>()
      .selectFrom('session')
      .select('id')
      .where('id', '=', sessionId)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row !== undefined;
  }
}
