import { type DomainEvent, Ids } from '@stanch/kernel';
import { People, SIGN_IN_LINK_ASKED, type SignInLinkAsked } from '@stanch/people';
import { Configuration, Outbox, UnitOfWork } from '@stanch/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MailData, MailState } from '../domain/mail.js';
import type { Notice } from '../domain/notice.js';
import { domainOf } from '../email/mail-domain.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { SendMails } from './send-mails.js';

/**
 * Writes the mails by which one comes in. They were asked for: neither choices nor quiet hours hold them back, and they
 * stand in no list of the app. The link itself is made when the mail is handed over, and is stored nowhere.
 */
@Injectable()
export class MailSignInLinks implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly stored: StoredNotices,
    private readonly sendMails: SendMails,
    private readonly ids: Ids,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('sign-in links', [SIGN_IN_LINK_ASKED], (events) => this.run(events));
  }

  private async run(events: readonly DomainEvent<string, SignInLinkAsked>[]): Promise<void> {
    const mails: MailData[] = [];
    for (const event of events) {
      const person = event.data.personId === null ? null : await this.people.byId(event.data.personId);
      if (person?.active !== true || person.email === null) continue;
      mails.push(this.mailFor(event, person.id, person.email));
    }
    if (mails.length === 0) return;
    await this.unitOfWork.run(async (transaction) => {
      await this.stored.saveMails(transaction, mails);
      transaction.afterCommit(() => this.sendMails.wake());
    });
  }

  private mailFor({ id: eventId, at, data }: DomainEvent<string, SignInLinkAsked>, personId: string, address: string) {
    const id = this.ids.next();
    const notice: Notice = { kind: 'signInLink', part: 'visitor', at, by: null, card: null, next: data.next };
    return {
      id,
      eventId,
      personId,
      address,
      kind: notice.kind,
      topic: null,
      painPointId: null,
      notice,
      internal: false,
      messageId: `<${id}@${domainOf(this.configuration.mailFrom)}>`,
      state: MailState.WAITING,
      createdAt: at,
      sendAfter: at,
      nextAttemptAt: at,
      attempts: 0,
      sentAt: null,
      lastError: null,
    } satisfies MailData;
  }
}
