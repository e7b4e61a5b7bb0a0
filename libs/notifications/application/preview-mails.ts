import { Credentials, Invitations, WorkspaceSettings } from '@stanch/people';
import { AnswerByLink } from '@stanch/sponsorship';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Language } from '../domain/language.js';
import { type Mail, MailState } from '../domain/mail.js';
import { ENTRANCES } from '../domain/notification-rules.js';
import type { EnclosedFile } from '../email/mail-server.js';
import { type MailFrame, type RenderedMail, renderMail } from '../email/render-mail.js';
import { subjectOf } from '../email/say.js';
import type { Voice } from '../email/voice.js';
import { EncloseFiles } from './enclose-files.js';
import { FindVoice } from './find-voice.js';
import { LeaveMails } from './leave-mails.js';

type Written = Pick<Mail, 'notice' | 'personId' | 'painPointId' | 'address' | 'state' | 'language' | 'messageId'>;

/** The secrets of one mail. */
interface Tokens {
  readonly answer: string | null;
  readonly enter: string | null;
  readonly stop: string | null;
  /** Of each pain point that a digest asks about. */
  readonly answers: ReadonlyMap<string, string>;
}

/** A mail as it is handed over, and where it can be left with one click. */
export interface MailForReader extends RenderedMail {
  readonly files: readonly EnclosedFile[];
  readonly unsubscribeUrl: string | null;
  readonly language: Language;
}

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
    private readonly leaves: LeaveMails,
    private readonly voices: FindVoice,
    private readonly enclose: EncloseFiles,
  ) {}

  /** What stands in the list of mails: without a look at what goes with it. */
  async subjectOf(mail: Written): Promise<string> {
    return subjectOf(mail.notice, await this.voiceOf(mail));
  }

  /**
   * For the eyes of a lead, in the language in which it was sent, or would be now: all of it, but no link by which one could
   * answer for its reader or come in as them.
   */
  async of(mail: Written): Promise<RenderedMail> {
    const veiled = (is: boolean) => (is ? VEILED : null);
    const voice = await this.voiceOf(mail);
    const picture = await this.enclose.plotOf(mail.notice, voice);
    // A page has no parts that it could show by their name.
    const plot = picture && { ...picture, src: `data:image/png;base64,${picture.png.toString('base64')}` };
    return this.render(mail, voice, plot, {
      answer: veiled((await this.answerToken(mail)) !== null),
      enter: veiled(ENTRANCES.includes(mail.notice.kind)),
      answers: new Map(askedAbout(mail).map((id) => [id, VEILED])),
      stop: veiled(this.stopToken(mail) !== null),
    });
  }

  /** For its reader, in the language of now; made when it is handed over, so that what is secret in it is stored nowhere. */
  async forReader(mail: Written): Promise<MailForReader> {
    const stop = this.stopToken(mail);
    const [answer, enter] = [await this.answerToken(mail), await this.enterToken(mail)];
    const unsubscribeUrl = stop === null ? null : this.stopUrl(stop);
    const voice = await this.voices.of(mail.personId);
    const tokens = { answer, enter, stop, answers: await this.answerTokens(mail) };
    const cid = `plot.${mail.messageId.slice(1, -1)}`;
    const picture = await this.enclose.plotOf(mail.notice, voice);
    const calendar = await this.enclose.calendarOf(mail.notice, voice);
    const rendered = await this.render(mail, voice, picture && { ...picture, src: `cid:${cid}` }, tokens);
    const files = [
      ...(picture ? [{ cid, name: 'bleeding.png', type: 'image/png', content: picture.png }] : []),
      ...(calendar ? [calendar] : []),
    ];
    return { ...rendered, files, unsubscribeUrl, language: voice.language };
  }

  private async voiceOf({ state, language, personId }: Written): Promise<Voice> {
    return state === MailState.SENT && language !== null ? this.voices.in(language) : this.voices.of(personId);
  }

  private async answerToken({ notice: { kind }, painPointId, personId }: Written): Promise<string | null> {
    if ((kind !== 'asked' && kind !== 'reminded') || painPointId === null) return null;
    return this.answers.tokenFor(painPointId, personId);
  }

  private async answerTokens(mail: Written): Promise<Map<string, string>> {
    const tokens = new Map<string, string>();
    for (const id of askedAbout(mail)) {
      const token = await this.answers.tokenFor(id, mail.personId);
      if (token !== null) tokens.set(id, token);
    }
    return tokens;
  }

  private async enterToken({ notice: { kind }, address, personId }: Written): Promise<string | null> {
    if (kind === 'signInLink') return this.credentials.makeLink(address);
    const [invitation] = kind === 'invited' ? await this.invitations.of([personId]) : [];
    return invitation === undefined ? null : this.invitations.tokenOf(invitation);
  }

  private stopToken({ notice: { kind, part }, personId, painPointId }: Written): string | null {
    return this.leaves.tokenFor({ kind, part, personId, painPointId });
  }

  private stopUrl(token: string): string {
    return `${this.configuration.publicUrl}/unsubscribe/${token}`;
  }

  private async render(
    { notice, painPointId }: Written,
    voice: Voice,
    plot: MailFrame['plot'] | null,
    tokens: Tokens,
  ): Promise<RenderedMail> {
    const workspace = (await this.settings.find())?.name ?? null;
    const { publicUrl } = this.configuration;
    const next = notice.next ? `?next=${encodeURIComponent(notice.next)}` : '';
    return renderMail(notice, {
      voice,
      workspace,
      publicUrl,
      answerable: this.configuration.replyTo !== undefined && painPointId !== null,
      answerUrlOf: (painPointId) => {
        const token = tokens.answers.get(painPointId);
        return token === undefined ? undefined : `${publicUrl}/answer/${token}`;
      },
      ...(plot ? { plot } : {}),
      ...(tokens.answer === null ? {} : { answerUrl: `${publicUrl}/answer/${tokens.answer}` }),
      ...(tokens.enter === null ? {} : { actionUrl: `${publicUrl}/enter/${tokens.enter}${next}` }),
      ...(tokens.stop === null ? {} : { stopUrl: this.stopUrl(tokens.stop) }),
    });
  }
}

/** The pain points that a digest asks about. */
function askedAbout({ notice: { digest } }: Written): string[] {
  const lines = digest?.sections.flatMap((section) => section.lines) ?? [];
  return lines.flatMap(({ asks }) => (asks === undefined ? [] : [asks]));
}
