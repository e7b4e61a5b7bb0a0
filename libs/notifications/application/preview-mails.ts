import { WorkspaceSettings } from '@stanch/people';
import { AnswerByLink } from '@stanch/sponsorship';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Mail } from '../domain/mail.js';
import { type RenderedMail, renderMail } from '../email/render-mail.js';

type Written = Pick<Mail, 'notice' | 'personId' | 'painPointId'>;

/** Stands in a shown mail where its reader has a link that answers for them: nobody else may have it. */
const VEILED = 'only-its-reader-has-this-link';

/** Makes a mail as its reader sees it. What is shown to a lead comes from here too, so both are the same. */
@Injectable()
export class PreviewMails {
  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly configuration: Configuration,
    private readonly answers: AnswerByLink,
  ) {}

  /** For the eyes of a lead: all of it, but no link by which one could answer for its reader. */
  async of(mail: Written): Promise<RenderedMail> {
    return this.render(mail, (await this.answerToken(mail)) === null ? null : VEILED);
  }

  /** For its reader; made when it is handed over, so that what is secret in it is stored nowhere. */
  async forReader(mail: Written): Promise<RenderedMail> {
    return this.render(mail, await this.answerToken(mail));
  }

  private async answerToken({ notice: { kind }, painPointId, personId }: Written): Promise<string | null> {
    if ((kind !== 'asked' && kind !== 'reminded') || painPointId === null) return null;
    return this.answers.tokenFor(painPointId, personId);
  }

  private async render({ notice }: Written, answerToken: string | null): Promise<RenderedMail> {
    const workspace = (await this.settings.find())?.name ?? 'your company';
    const { publicUrl } = this.configuration;
    const answer = answerToken === null ? {} : { answerUrl: `${publicUrl}/answer/${answerToken}` };
    return renderMail(notice, { workspace, publicUrl, ...answer });
  }
}
