import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Mail, MailState } from '../domain/mail.js';
import { StoredLists } from '../persistence/stored-lists.js';

/** How many mails are in a state. */
export interface MailCount {
  readonly state: MailState;
  readonly count: number;
}

/** Reads the mails: what waits, what went out, what failed and why. The newest first. */
@Injectable()
export class ReadOutbox {
  constructor(private readonly lists: StoredLists) {}

  async run(input: {
    states?: readonly MailState[] | null;
    first: number;
    after?: string | null;
  }): Promise<Page<Mail> & { counts: MailCount[] }> {
    const first = pageSize(input.first);
    const states = input.states ?? Object.values(MailState);
    const after = input.after ? String(decodeCursor(input.after, 1)[0]) : null;
    const mails = await this.lists.mails(states, first + 1, after);
    const counts = await this.lists.countMails();
    const total = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
    const page = pageOf(mails, first, total, ({ id }) => encodeCursor([id]));
    return { ...page, counts: [...counts].map(([state, count]) => ({ state, count })) };
  }
}
