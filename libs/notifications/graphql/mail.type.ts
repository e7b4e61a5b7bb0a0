import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, PageInfoType, type RequestContext } from '@stanch/platform';
import { type Frames, PAIN_POINT_LOADER, PainPointType, type ReadPainPoint } from '@stanch/remediation';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PreviewMails } from '../application/preview-mails.js';
import { type Mail, MailState } from '../domain/mail.js';
import type { RenderedMail } from '../email/render-mail.js';

registerEnumType(MailState, { name: 'MailState', description: 'How far a mail is.' });

/** A mail as a lead sees it: what its reader gets, and how it went. */
@ObjectType('Mail', { description: 'A mail: what its reader gets, and how it went.' })
export class MailType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  address!: string;

  @Field(() => MailState)
  state!: MailState;

  @Field(() => InstantScalar)
  createdAt!: Instant;

  @Field(() => InstantScalar, {
    description: 'Not sent before: what happens to the card until then may still change it.',
  })
  sendAfter!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  sentAt!: Instant | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => InstantScalar, { nullable: true })
  nextAttemptAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said when it was tried last.' })
  lastError!: string | null;

  private personId!: string;
  private painPointId!: string | null;
  private rendered!: () => Promise<RenderedMail>;
  private subjectLine!: () => Promise<string>;
  private frames!: Frames;

  static of(mail: Mail, preview: PreviewMails, frames: Frames): MailType {
    const { id, address, state, createdAt, sendAfter, sentAt, attempts, nextAttemptAt, lastError } = mail;
    const { personId, painPointId } = mail;
    let once: Promise<RenderedMail> | undefined;
    const rendered = () => (once ??= preview.of(mail));
    const subjectLine = () => preview.subjectOf(mail);
    const shown = { id, address, state, createdAt, sendAfter, sentAt, attempts, nextAttemptAt, lastError };
    return Object.assign(new MailType(), { ...shown, personId, painPointId, rendered, subjectLine, frames });
  }

  @Field(() => PersonType)
  to(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.personId);
  }

  @Field(() => String)
  async subject(): Promise<string> {
    return this.subjectLine();
  }

  @Field(() => String)
  async text(): Promise<string> {
    return (await this.rendered()).text;
  }

  @Field(() => String, { description: 'Show it in a frame that runs no scripts.' })
  async html(): Promise<string> {
    return (await this.rendered()).html;
  }

  @Field(() => PainPointType, { nullable: true })
  async painPoint(_given: unknown, { loaders }: RequestContext): Promise<PainPointType | null> {
    if (this.painPointId === null) return null;
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
    return painPoint && this.frames.painPoint(painPoint);
  }
}

/** How many mails are in a state. */
@ObjectType('MailCount')
export class MailCountType {
  @Field(() => MailState)
  state!: MailState;

  @Field(() => Int)
  count!: number;
}

/** A page of mails. */
@ObjectType('MailConnection')
export class MailConnectionType {
  @Field(() => [MailType])
  nodes!: MailType[];

  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;

  @Field(() => [MailCountType], {
    description: 'Of all mails that hold the text, whatever page and states were asked for.',
  })
  counts!: MailCountType[];
}
