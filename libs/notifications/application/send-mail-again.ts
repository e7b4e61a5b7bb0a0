import { badInput, Clock, conflict, Ids, notFound } from '@stanch/kernel';
import { People } from '@stanch/people';
import { Configuration, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Mail, MailState } from '../domain/mail.js';
import { domainOf } from '../email/mail-domain.js';
import { SendMails } from './send-mails.js';

/** Sends a mail again, to the address at which the person can be reached now. */
@Injectable()
export class SendMailAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly sendMails: SendMails,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly configuration: Configuration,
  ) {}

  async run(id: string): Promise<Mail> {
    return this.unitOfWork.run(async ({ em, afterCommit }) => {
      const mail = await em.findOne(Mail, { id });
      if (!mail) throw notFound('mail');
      if (mail.state === MailState.SENDING) {
        throw conflict('This mail is being handed to the mail server right now. Look again in a moment.', {
          state: mail.state,
        });
      }
      const person = await this.people.byId(mail.personId);
      if (!person?.email) {
        throw badInput('id', `${person?.name ?? 'This person'} has no e-mail address. Add one first, then send again.`);
      }
      const messageId = `<${this.ids.next()}@${domainOf(this.configuration.mailFrom)}>`;
      mail.again(person.email, this.clock.now(), messageId);
      afterCommit(() => this.sendMails.wake());
      return mail;
    });
  }
}
