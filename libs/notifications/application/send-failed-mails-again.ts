import { Clock } from '@stanch/kernel';
import { People } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Mail, MailState } from '../domain/mail.js';
import { StoredLists } from '../persistence/stored-lists.js';
import { SendMails } from './send-mails.js';

/** So many mails are changed in one transaction, so that nobody else waits long for the database. */
const AT_ONCE = 200;

/** Sends everything again that was given up, once what was wrong with the mail server is mended. */
@Injectable()
export class SendFailedMailsAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: StoredLists,
    private readonly people: People,
    private readonly sendMails: SendMails,
    private readonly clock: Clock,
  ) {}

  /** Gives how many; a mail to somebody without an address stays as it is. */
  async run(): Promise<number> {
    let sent = 0;
    let last: string | null = null;
    for (;;) {
      const ids: string[] = await this.lists.failedIds(AT_ONCE, last);
      last = ids.at(-1) ?? null;
      if (last === null) break;
      sent += await this.sendThese(ids);
    }
    this.sendMails.wake();
    return sent;
  }

  private async sendThese(ids: readonly string[]): Promise<number> {
    return this.unitOfWork.run(async ({ em }) => {
      const mails = await em.find(Mail, { id: { $in: [...ids] }, state: MailState.FAILED });
      const people = await this.people.byIds(mails.map(({ personId }) => personId));
      const addresses = new Map(people.map(({ id, email }) => [id, email]));
      const reachable = mails.filter(({ personId }) => addresses.get(personId));
      for (const mail of reachable) mail.again(addresses.get(mail.personId) ?? '', this.clock.now(), mail.messageId);
      return reachable.length;
    });
  }
}
