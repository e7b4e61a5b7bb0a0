import { Clock, Ids, instantAfter, Refusal } from '@stanch/kernel';
import { People } from '@stanch/people';
import { AddComment, Visibility } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { IncomingState, type KeptIncoming } from '../domain/incoming.js';
import type { Mail } from '../domain/mail.js';
import { type IncomingMail, readIncoming } from '../email/read-incoming.js';
import { ReplyAddresses } from '../email/reply-addresses.js';
import { StoredIncoming } from '../persistence/stored-incoming.js';
import { StoredMails } from '../persistence/stored-mails.js';
import { MarkBounces } from './mark-bounces.js';
import { TellLeads } from './tell-leads.js';

type Outcome = Pick<KeptIncoming, 'state' | 'reason' | 'painPointId'>;

const LONGEST_KEPT = 100_000;
/** So many answers of one person to one pain point are taken within this time, in milliseconds; more are two machines. */
const MOST_ANSWERS = 6;
const WITHIN = 10 * 60_000;

/**
 * Takes a mail that came in: an answer becomes a shared comment of whoever the mail was sent to; what a machine wrote is
 * ignored; what cannot be read goes to the leads. Each mail is kept and taken once, however often it is fetched.
 */
@Injectable()
export class TakeMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly incoming: StoredIncoming,
    private readonly mails: StoredMails,
    private readonly addresses: ReplyAddresses,
    private readonly people: People,
    private readonly comments: AddComment,
    private readonly bounces: MarkBounces,
    private readonly tellLeads: TellLeads,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Takes one as it came over the wire. Resolves once it is kept for good. */
  async run(raw: Buffer, envelope: readonly string[] = []): Promise<void> {
    const mail = await readIncoming(raw, envelope, (text) => this.addresses.conceal(text));
    const outcome = await this.attempt(mail);
    if (outcome !== null) await this.unitOfWork.run((transaction) => this.keep(transaction, mail, outcome));
  }

  /** What becomes of it; null when it is kept already, in the transaction of its comment. */
  private async attempt(mail: IncomingMail): Promise<Outcome | null> {
    const mailId = this.addresses.mailIdIn(mail.recipients);
    const answered = mailId === null ? null : await this.unitOfWork.read((em) => this.mails.byId({ em }, mailId));
    const { painPointId = null } = answered ?? {};
    if (mail.report !== null) return this.takeReport(mail, answered);
    if (mail.automatic) return { state: IncomingState.IGNORED, reason: 'A machine wrote it.', painPointId };
    const unread = (reason: string): Outcome => ({ state: IncomingState.UNREAD, reason, painPointId });
    if (answered === null) return unread('It answers none of our mails, or its address was cut short.');
    if (painPointId === null) return unread('It answers a mail that is about no single pain point.');
    const person = await this.people.byId(answered.personId);
    if (person?.active !== true) return unread(`${person?.name ?? 'Its writer'} no longer takes part.`);
    if (mail.from !== person.email) return unread(`The mail went to ${person.name}, but ${mail.from} answered it.`);
    if (mail.said === '') return unread(whyNothingSaid(mail));
    if (await this.isLoop(mail.from, painPointId)) {
      return unread(
        `${person.name} answered ${MOST_ANSWERS} times within ten minutes, as machines do that answer each other.`,
      );
    }
    try {
      await this.unitOfWork.run(async (transaction) => {
        const taken = { state: IncomingState.TAKEN, reason: null, painPointId };
        if (!(await this.keep(transaction, mail, taken))) return;
        const actor = { personId: person.id, role: person.role };
        await this.comments.run(actor, { painPointId, text: textOf(mail), visibility: Visibility.SHARED });
      });
      return null;
    } catch (reason) {
      if (reason instanceof Refusal) return unread(reason.message);
      throw reason;
    }
  }

  /** Two answering machines that send no header answer each other for ever. */
  private async isLoop(from: string, painPointId: string): Promise<boolean> {
    const since = instantAfter(this.clock.now(), -WITHIN);
    return (await this.incoming.takenSince(from, painPointId, since)) >= MOST_ANSWERS;
  }

  private async takeReport({ report }: IncomingMail, answered: Mail | null): Promise<Outcome> {
    if (answered !== null && report?.permanent) await this.bounces.run(answered, report.reason);
    return {
      state: IncomingState.IGNORED,
      reason: 'It reports a delivery.',
      painPointId: answered?.painPointId ?? null,
    };
  }

  private async keep(transaction: Transaction, mail: IncomingMail, outcome: Outcome): Promise<boolean> {
    const { key, from, subject, whole } = mail;
    const kept: KeptIncoming = {
      ...outcome,
      id: this.ids.next(),
      key,
      at: this.clock.now(),
      from,
      subject,
      text: whole.slice(0, LONGEST_KEPT),
    };
    const isNew = await this.incoming.keep(transaction, kept);
    if (isNew && outcome.state === IncomingState.UNREAD) {
      await this.tellLeads.within(transaction, { kind: 'unreadable', words: from, reason: outcome.reason ?? '' });
    }
    return isNew;
  }
}

/** What was said, and which files came along: their writer must not believe that IT has them. */
function textOf({ said, attachments }: IncomingMail): string {
  if (attachments.length === 0) return said;
  return `${said}\n\n[With it came ${attachments.join(', ')}. Stanch keeps no files that come by mail.]`;
}

function whyNothingSaid({ whole, attachments }: IncomingMail): string {
  if (whole !== '' || attachments.length === 0) return 'Nothing was left of it without what it quotes.';
  return `It has no words, only ${attachments.join(', ')}, which Stanch does not keep. Ask its writer for it.`;
}
