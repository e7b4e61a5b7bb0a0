import { Clock, Ids } from '@stanch/kernel';
import { Configuration, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { goingOf, mayGoTogether } from '../domain/bundling.js';
import { type Mail, type MailData, newMail } from '../domain/mail.js';
import { domainOf } from '../email/mail-domain.js';
import { StoredMails } from '../persistence/stored-mails.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { bundleNotice } from './bundle-notice.js';

/** Puts the mails of a bulk change together: thirty cards moved are one mail to each person, not thirty. */
@Injectable()
export class BundleMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mails: StoredMails,
    private readonly notices: StoredNotices,
    private readonly configuration: Configuration,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The id of what is to be sent for a mail that is due: itself, or what it was put into; null when it waits. */
  async run(mail: Mail): Promise<string | null> {
    // Most mails go by themselves; that needs no look at the others.
    if (!mayGoTogether(mail)) return mail.id;
    return this.unitOfWork.run(async (transaction) => {
      const waiting = await this.mails.waitingFor(transaction, mail.personId);
      if (!waiting.some(({ id }) => id === mail.id)) return null;
      const others = waiting.filter(({ id }) => id !== mail.id);
      const going = goingOf(mail, others, this.clock.now(), this.configuration.mailWindowSeconds * 1_000);
      if (going.how === 'ALONE') return mail.id;
      if (going.how === 'WAIT') {
        await this.mails.delay(transaction, mail.id, going.until);
        return null;
      }
      return this.putTogether(transaction, going.mails);
    });
  }

  private async putTogether(transaction: Transaction, mails: readonly Mail[]): Promise<string> {
    const id = this.ids.next();
    const inOrder = mails.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
    const bundle = bundleOf(inOrder, id, domainOf(this.configuration.mailFrom));
    await this.notices.remove(
      transaction,
      'mail',
      mails.map((mail) => mail.id),
    );
    await this.notices.saveMails(transaction, [bundle]);
    return id;
  }
}

/** One mail that says what these would have said. */
function bundleOf(mails: readonly Mail[], id: string, domain: string): MailData {
  const notice = bundleNotice(mails);
  const [first, last] = [mails[0] as Mail, mails.at(-1) as Mail];
  return newMail({
    id,
    eventId: `bundle ${id}`,
    personId: first.personId,
    address: last.address,
    painPointId: null,
    notice,
    internal: mails.some(({ internal }) => internal),
    createdAt: first.createdAt,
    sendAfter: last.sendAfter,
    domain,
  });
}
