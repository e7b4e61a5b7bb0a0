import { type DomainEvent, Ids } from '@stanch/kernel';
import {
  Invitations,
  People,
  PERSON_INVITED,
  type PersonInvited,
  SIGN_IN_LINK_ASKED,
  type SignInLinkAsked,
} from '@stanch/people';
import { Configuration, Outbox, UnitOfWork } from '@stanch/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MailData, newMail } from '../domain/mail.js';
import type { Notice } from '../domain/notice.js';
import { domainOf } from '../email/mail-domain.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { SendMails } from './send-mails.js';

type Asked =
  DomainEvent<typeof SIGN_IN_LINK_ASKED, SignInLinkAsked> | DomainEvent<typeof PERSON_INVITED, PersonInvited>;

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
    private readonly invitations: Invitations,
    private readonly stored: StoredNotices,
    private readonly sendMails: SendMails,
    private readonly ids: Ids,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('sign-in links', [SIGN_IN_LINK_ASKED, PERSON_INVITED], (events) =>
      this.run(events as readonly Asked[]),
    );
  }

  private async run(events: readonly Asked[]): Promise<void> {
    const mails: MailData[] = [];
    for (const event of events) {
      const person = event.data.personId === null ? null : await this.people.byId(event.data.personId);
      if (person?.active !== true || person.email === null) continue;
      mails.push(this.mailFor(event, person.id, person.email, await this.noticeOf(event)));
    }
    if (mails.length === 0) return;
    await this.unitOfWork.run(async (transaction) => {
      await this.stored.saveMails(transaction, mails);
      transaction.afterCommit(() => this.sendMails.wake());
    });
  }

  private async noticeOf({ type, at, data }: Asked): Promise<Notice> {
    const notice = { part: 'visitor', at, by: null, card: null } as const;
    if (type === SIGN_IN_LINK_ASKED) return { ...notice, kind: 'signInLink', next: data.next };
    const [invitation] = await this.invitations.of([data.personId]);
    const inviter = invitation && (await this.people.byId(invitation.invitedById));
    return { ...notice, kind: 'invited', by: inviter?.name ?? null, words: invitation?.words ?? '', next: data.next };
  }

  private mailFor({ id: eventId, at }: Asked, personId: string, address: string, notice: Notice): MailData {
    const domain = domainOf(this.configuration.mailFrom);
    const times = { createdAt: at, sendAfter: at };
    return newMail({ id: this.ids.next(), eventId, personId, address, painPointId: null, notice, domain, ...times });
  }
}
