import { Frames } from '@stanch/remediation';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PreviewMails } from '../application/preview-mails.js';
import { ReadOutbox } from '../application/read-outbox.js';
import { SendMailAgain } from '../application/send-mail-again.js';
import { MailState } from '../domain/mail.js';
import { MailConnectionType, MailType } from './mail.type.js';

/** The mails, for leads: what waits, what went out, what failed and why. */
@Resolver()
export class OutboxResolver {
  constructor(
    private readonly readOutbox: ReadOutbox,
    private readonly sendsAgain: SendMailAgain,
    private readonly preview: PreviewMails,
    private readonly frames: Frames,
  ) {}

  @Query(() => MailConnectionType, { description: 'The mails, the newest first.' })
  async outbox(
    @Args('states', { type: () => [MailState], nullable: true }) states: MailState[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<MailConnectionType> {
    const page = await this.readOutbox.run({ states, first: first ?? 50, after });
    return { ...page, nodes: page.nodes.map((mail) => MailType.of(mail, this.preview, this.frames)) };
  }

  @Mutation(() => MailType, { description: 'Sends a mail again, to the address of now.' })
  async sendMailAgain(@Args('id', { type: () => ID }) id: string): Promise<MailType> {
    return MailType.of(await this.sendsAgain.run(id), this.preview, this.frames);
  }
}
