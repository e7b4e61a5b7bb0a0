import { notFound } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize } from '@stanch/platform';
import { PainPointSort, ReadPainPoints } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { type Mail, MailState } from '../domain/mail.js';
import { StoredLists, type WantedMails } from '../persistence/stored-lists.js';

/** So many people and pain points that hold the text are looked at: more would tell nothing apart. */
const MOST_FOUND = 500;

/** How many mails are in a state. */
export interface MailCount {
  readonly state: MailState;
  readonly count: number;
}

/** Reads the mails: what waits, what went out, what failed and why. The newest first. */
@Injectable()
export class ReadOutbox {
  constructor(
    private readonly lists: StoredLists,
    private readonly people: People,
    private readonly painPoints: ReadPainPoints,
  ) {}

  /** One mail. */
  async one(id: string): Promise<Mail> {
    const mail = await this.lists.mail(id);
    if (!mail) throw notFound('mail');
    return mail;
  }

  async run(
    actor: Actor,
    input: {
      states?: readonly MailState[] | null;
      text?: string | null;
      first: number;
      after?: string | null;
    },
  ): Promise<Page<Mail> & { counts: MailCount[] }> {
    const first = pageSize(input.first);
    const lookedFor = await this.lookedFor(actor, input.text?.trim() ?? '');
    const states = input.states ?? Object.values(MailState);
    const after = input.after ? String(decodeCursor(input.after, 1)[0]) : null;
    const mails = await this.lists.mails({ states, lookedFor }, first + 1, after);
    const counts = await this.lists.countMails(lookedFor);
    const total = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
    const page = pageOf(mails, first, total, ({ id }) => encodeCursor([id]));
    return { ...page, counts: [...counts].map(([state, count]) => ({ state, count })) };
  }

  /** Whose mails, and about what, a text may mean. */
  private async lookedFor(actor: Actor, text: string): Promise<WantedMails['lookedFor']> {
    if (text === '') return null;
    const wanted = { text: text.toLowerCase(), inAddresses: false, roles: null, includeInactive: true, ids: null };
    const people = await this.people.search(wanted, { limit: MOST_FOUND, after: null });
    const painPoints = await this.painPoints.list(actor, {
      filter: { text, includeClosed: true },
      sort: PainPointSort.RAISED_AT,
      first: MOST_FOUND,
      fields: new Set(['id']),
      wantsTotal: false,
    });
    return { text, personIds: people.map(({ id }) => id), painPointIds: painPoints.nodes.map(({ id }) => id) };
  }
}
