import { Clock, type Instant, millisecondsBetween } from '@stanch/kernel';
import { People, seesInternal } from '@stanch/people';
import { Rounds, UnitOfWork } from '@stanch/platform';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Mail } from '../domain/mail.js';
import { MailServer, NotSent } from '../email/mail-server.js';
import { ReplyAddresses } from '../email/reply-addresses.js';
import { threadOf } from '../email/mail-domain.js';
import { StoredChoices } from '../persistence/stored-choices.js';
import { StoredMails } from '../persistence/stored-mails.js';
import { BundleMails } from './bundle-mails.js';
import { MarkBounces } from './mark-bounces.js';
import { PreviewMails } from './preview-mails.js';

/** The safety net should a wake-up be lost, in milliseconds. */
const POLL = 15_000;
/** So many mails in a row that found no server: the others would not find it either. */
const ENOUGH = 3;
/** A link to sign in with is handed over within this time or not at all, in milliseconds. */
const LINK_ASKED_FOR = 15 * 60_000;
/** Due mails read at once. */
const BATCH = 20;

/**
 * Hands waiting mails to the mail server, one after the other and beside all other work: a slow server holds up mails
 * alone. A mail is marked before it is handed over and again when the server has it; one that was under way in a crash is
 * sent again with the same Message-ID, so that it is one for its reader.
 */
@Injectable()
export class SendMails implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SendMails.name);
  private readonly rounds = new Rounds(() => this.sendDue(), POLL, this.log);

  constructor(
    private readonly server: MailServer,
    private readonly mails: StoredMails,
    private readonly bundles: BundleMails,
    private readonly preview: PreviewMails,
    private readonly choices: StoredChoices,
    private readonly replies: ReplyAddresses,
    private readonly bounces: MarkBounces,
    private readonly people: People,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes up what was under way when the process ended. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.server.known) return;
    await this.unitOfWork.run((transaction) => this.mails.recover(transaction));
    this.wake();
  }

  /** Waits for the mail that is being handed over; the others stay for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.close();
    this.server.hangUp();
  }

  /** There may be something to send. Returns at once. */
  wake(): void {
    if (this.server.known) this.rounds.wake();
  }

  /** Resolves when everything due now has been sent or has failed. */
  async drain(): Promise<void> {
    if (this.server.known) await this.rounds.drain();
  }

  private async sendDue(): Promise<number> {
    let inVain = 0;
    let due = await this.due();
    while (due.length > 0 && !this.rounds.closed) {
      for (const mail of due) {
        if (this.rounds.closed) break;
        const id = await this.bundles.run(mail);
        const failure = id === null ? null : await this.sendOne(id);
        inVain = failure?.unreachable ? inVain + 1 : 0;
        if (failure === null || inVain < ENOUGH) continue;
        await this.unitOfWork.run((within) => this.mails.postpone(within, failure.message, this.clock.now()));
        break;
      }
      due = await this.due();
    }
    this.server.hangUp();
    const next = await this.unitOfWork.read((em) => this.mails.nextDue(em));
    return next === null ? POLL : millisecondsBetween(this.clock.now(), next);
  }

  private async due(): Promise<Mail[]> {
    return this.unitOfWork.read((em) => this.mails.due(em, this.clock.now(), BATCH));
  }

  /** Hands one mail over; gives why it did not go out, or null. */
  private async sendOne(id: string): Promise<NotSent | null> {
    const mail = await this.unitOfWork.run((transaction) => this.mails.claim(transaction, id));
    // Taken back, or sent again by a lead, in the meantime.
    if (mail === null) return null;
    const failure = await this.handOver(mail);
    await this.unitOfWork.run(async ({ em }) => {
      const now = this.clock.now();
      if (failure === null) mail.succeed(now);
      else mail.fail(failure.message, failure.permanent, now, Math.random());
      await this.mails.settle({ em }, mail);
    });
    if (failure?.addressRefused) await this.bounces.run(mail, failure.message);
    return failure;
  }

  private async handOver(mail: Mail): Promise<NotSent | null> {
    try {
      const person = await this.people.byId(mail.personId);
      if (!person?.active || (mail.internal && !seesInternal(person.role))) {
        return new NotSent('Not sent: this person may not, or may no longer, read it.', true, false);
      }
      if (mail.notice.part !== 'visitor' && (await this.wantsNone(mail))) {
        return new NotSent('Not sent: this person left all mails, or mails to them come back.', true, false);
      }
      if (isTooLate(mail, this.clock.now())) {
        return new NotSent('Not sent: the link was asked for too long ago. It can be asked for again.', true, false);
      }
      const { subject, text, html, files, unsubscribeUrl, language } = await this.preview.forReader(mail);
      mail.language = language;
      await this.server.send({
        messageId: mail.messageId,
        date: new Date(mail.sendAfter),
        to: { name: person.name, address: mail.address },
        language,
        subject,
        text,
        html,
        files,
        thread: mail.painPointId === null ? null : threadOf(mail.painPointId, mail.messageId),
        unsubscribeUrl,
        replyTo: this.replies.of(mail.id),
      });
      return null;
    } catch (error) {
      if (error instanceof NotSent) return error;
      this.log.error(error);
      return new NotSent(error instanceof Error ? error.message : String(error), false, false);
    }
  }

  private async wantsNone({ personId, address }: Mail): Promise<boolean> {
    const { mailsLeftAt, bounce } = await this.unitOfWork.read((em) => this.choices.settingsOf({ em }, personId));
    return mailsLeftAt !== null || bounce?.address === address;
  }
}

/** A link that comes long after it was asked for only puzzles its reader. */
function isTooLate({ kind, createdAt }: Mail, now: Instant): boolean {
  return kind === 'signInLink' && millisecondsBetween(createdAt, now) > LINK_ASKED_FOR;
}
