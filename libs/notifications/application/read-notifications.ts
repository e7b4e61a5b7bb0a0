import { type Actor, seesInternal } from '@stanch/people';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Notification } from '../domain/notification.js';
import { type Reader, StoredLists } from '../persistence/stored-lists.js';

/** Reads what one was told, the newest first. */
@Injectable()
export class ReadNotifications {
  constructor(private readonly lists: StoredLists) {}

  async run(actor: Actor, input: { first: number; after?: string | null }): Promise<Page<Notification>> {
    const first = pageSize(input.first);
    const reader = readerOf(actor);
    const rows = await this.lists.notifications(reader, first + 1, placeOf(input.after));
    const total = await this.lists.countNotifications(reader, false);
    return pageOf(rows, first, total, ({ at, id }) => encodeCursor([at, id]));
  }

  async unreadCount(actor: Actor): Promise<number> {
    return this.lists.countNotifications(readerOf(actor), true);
  }
}

function readerOf({ personId, role }: Actor): Reader {
  return { personId, seesInternal: seesInternal(role) };
}

function placeOf(after: string | null | undefined): { at: string; id: string } | null {
  if (!after) return null;
  const [at, id] = decodeCursor(after, 2);
  return { at: String(at), id: String(id) };
}
