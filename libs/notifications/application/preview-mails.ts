import { Credentials, Invitations, WorkspaceSettings } from '@stanch/people';
import { AnswerByLink } from '@stanch/sponsorship';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Mail } from '../domain/mail.js';
import { type RenderedMail, renderMail } from '../email/render-mail.js';

type Written = Pick<Mail, 'notice' | 'personId' | 'painPointId' | 'address'>;

/** Stands in a shown mail where its reader has a link that answers for them: nobody else may have it. */
const VEILED = 'only-its-reader-has-this-link';

/** Makes a mail as its reader sees it. What is shown to a lead comes from here too, so both are the same. */
@Injectable()
export class PreviewMails {
  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
    private readonly answers: AnswerByLink,
    private readonly credentials: Credentials,
    private readonly invitations: Invitations,
  ) {}

  /** For the eyes of a lead: all of it, but no link by which one could answer for its reader or come in as them. */
  async of(mail: Written): Promise<RenderedMail> {
    const asks = (await this.answerToken(mail)) !== null;
    return this.render(mail, { answer: asks ? VEILED : null, enter: isEntrance(mail) ? VEILED : null });
  }

  /** For its reader; made when it is handed over, so that what is secret in it is stored nowhere. */
  async forReader(mail: Written): Promise<RenderedMail> {
    return this.render(mail, { answer: await this.answerToken(mail), enter: await this.enterToken(mail) });
  }

  private async answerToken({ notice: { kind }, painPointId, personId }: Written): Promise<string | null> {
    if ((kind !== 'asked' && kind !== 'reminded') || painPointId === null) return null;
    return this.answers.tokenFor(painPointId, personId);
  }

  private async enterToken({ notice: { kind }, address, personId }: Written): Promise<string | null> {
    if (kind === 'signInLink') return this.credentials.makeLink(address);
    const [invitation] = kind === 'invited' ? await this.invitations.of([personId]) : [];
    return invitation === undefined ? null : this.invitations.tokenOf(invitation);
  }

  private async render({ notice }: Written, tokens: { answer: string | null; enter: string | null }) {
    const workspace = (await this.settings.find())?.name ?? 'your company';
    const { publicUrl } = this.configuration;
    const next = notice.next ? `?next=${encodeURIComponent(notice.next)}` : '';
    return renderMail(notice, {
      workspace,
      publicUrl,
      ...(tokens.answer === null ? {} : { answerUrl: `${publicUrl}/answer/${tokens.answer}` }),
      ...(tokens.enter === null ? {} : { actionUrl: `${publicUrl}/enter/${tokens.enter}${next}` }),
    });
  }
}

function isEntrance({ notice: { kind } }: Written): boolean {
  return kind === 'signInLink' || kind === 'invited';
}
