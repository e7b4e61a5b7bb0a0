import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Frames } from '@stanch/remediation';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PreviewMails } from '../application/preview-mails.js';
import { ReadOutbox } from '../application/read-outbox.js';
import { SendFailedMailsAgain } from '../application/send-failed-mails-again.js';
import { SendMailAgain } from '../application/send-mail-again.js';
import { MailState } from '../domain/mail.js';
import { MailConnectionType, MailType } from './mail.type.js';

/** The mails, for leads: what waits, what went out, what failed and why. */
@Resolver()
export class OutboxResolver {
  constructor(
    private readonly readOutbox: ReadOutbox,
    private readonly sendsAgain: SendMailAgain,
    private readonly sendsFailedAgain: SendFailedMailsAgain,
    private readonly preview: PreviewMails,
    private readonly frames: Frames,
  ) {}

  @Query(() => MailConnectionType, { description: 'The mails, the newest first.' })
  async outbox(
    @Args('states', { type: () => [MailState], nullable: true }) states: MailState[] | null,
    @Args('text', {
      type: () => String,
      nullable: true,
      description: 'A part of the name or address of the reader, or of the key or words of the pain point.',
    })
    text: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<MailConnectionType> {
    const page = await this.readOutbox.run(requireVisitor(context), { states, text, first: first ?? 50, after });
    return { ...page, nodes: page.nodes.map((mail) => MailType.of(mail, this.preview, this.frames)) };
  }

  @Query(() => MailType)
  async mail(@Args('id', { type: () => ID }) id: string): Promise<MailType> {
    return MailType.of(await this.readOutbox.one(id), this.preview, this.frames);
  }

  @Mutation(() => MailType, { description: 'Sends a mail again, to the address of now.' })
  async sendMailAgain(@Args('id', { type: () => ID }) id: string): Promise<MailType> {
    return MailType.of(await this.sendsAgain.run(id), this.preview, this.frames);
  }

  @Mutation(() => Int, {
    description: 'Sends all mails again that were given up, to the addresses of now; gives how many.',
  })
  async sendFailedMailsAgain(): Promise<number> {
    return this.sendsFailedAgain.run();
  }
}
