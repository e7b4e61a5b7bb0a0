import { People, requireVisitor, type Visitor } from '@stanch/people';
import { Frames, PainPointType, ReadLinked, TaskState, WinType } from '@stanch/remediation';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AnswerByLink, type AskedByLink } from '../application/answer-by-link.js';
import { AskSponsors } from '../application/ask-sponsors.js';
import { QuoteInWin } from '../application/quote-in-win.js';
import { ConfirmFixed } from '../application/confirm-fixed.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { ConfirmationRequest } from '../domain/confirmation-request.js';
import {
  AnswerByLinkInput,
  AskedByLinkType,
  ConfirmationRequestType,
  ConfirmationType,
  ConfirmFixedForInput,
} from './confirmation.types.js';
import { CONFIRMATIONS_LOADER, REQUESTS_LOADER } from './loader-names.js';

type VisitorContext = RequestContext<Visitor>;

/** "Is it fixed?": who is asked, and what they answer. */
@Resolver(() => PainPointType)
export class ConfirmationResolver {
  constructor(
    private readonly byLink: AnswerByLink,
    private readonly asks: AskSponsors,
    private readonly confirms: ConfirmFixed,
    private readonly quotes: QuoteInWin,
    private readonly linked: ReadLinked,
    private readonly people: People,
    private readonly frames: Frames,
  ) {}

  @ResolveField(() => [ConfirmationRequestType], { description: 'Who was asked whether it is fixed; each once.' })
  async confirmationRequests(
    @Parent() { id }: PainPointType,
    @Context() { loaders }: VisitorContext,
  ): Promise<ConfirmationRequestType[]> {
    const requests = await loaders.load<ConfirmationRequest[]>(REQUESTS_LOADER, id);
    return (requests ?? []).map((request) => ConfirmationRequestType.of(request));
  }

  @ResolveField(() => [ConfirmationType], { description: 'What its sponsors answered, the oldest first.' })
  async confirmations(
    @Parent() { id }: PainPointType,
    @Context() { loaders }: VisitorContext,
  ): Promise<ConfirmationType[]> {
    const confirmations = await loaders.load<Confirmation[]>(CONFIRMATIONS_LOADER, id);
    return (confirmations ?? []).map((confirmation) => ConfirmationType.of(confirmation));
  }

  @Query(() => AskedByLinkType, { description: 'What a link out of a mail asks. Changes nothing.' })
  async askedByLink(@Args('token', { type: () => String }) token: string): Promise<AskedByLinkType> {
    return this.shown(await this.byLink.read(token));
  }

  @Mutation(() => AskedByLinkType, { description: 'Answers by a link out of a mail, without signing in; once.' })
  async answerByLink(
    @Args('input', { type: () => AnswerByLinkInput }) { token, ...answer }: AnswerByLinkInput,
  ): Promise<AskedByLinkType> {
    await this.byLink.answer(token, answer);
    return this.shown(await this.byLink.read(token));
  }

  @Mutation(() => WinType, { description: 'A sponsor’s words, said when they confirmed the fix, tell of a win.' })
  async quoteInWin(
    @Args('winId', { type: () => ID }) winId: string,
    @Args('painPointId', { type: () => ID }) painPointId: string,
    @Context() context: VisitorContext,
  ): Promise<WinType> {
    return this.frames.win(await this.quotes.run(requireVisitor(context), winId, painPointId));
  }

  @Mutation(() => PainPointType, { description: 'Asks further sponsors whether it is fixed.' })
  async askSponsors(
    @Args('painPointId', { type: () => ID }) painPointId: string,
    @Args('personIds', { type: () => [ID] }) personIds: string[],
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.asks.ask(requireVisitor(context), painPointId, personIds));
  }

  @Mutation(() => PainPointType, {
    description: 'Answers for a sponsor, saying how one knows; it is marked so for ever.',
  })
  async confirmFixedFor(
    @Args('input', { type: () => ConfirmFixedForInput }) input: ConfirmFixedForInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.confirms.runFor(requireVisitor(context), input));
  }

  private async shown({ state, request, person, painPoint }: AskedByLink): Promise<AskedByLinkType> {
    const nothing = { personName: null, key: null, title: null, description: null, askedAt: null, answer: null };
    const shown = Object.assign(new AskedByLinkType(), nothing, { state, steps: [], win: null, confirmedBy: null });
    if (!request || !painPoint) return shown;
    const { id, key, title, description } = painPoint;
    const tasks = (await this.linked.tasks([id], 'shared')).get(id) ?? [];
    const wins = (await this.linked.wins([id], 'shared')).get(id) ?? [];
    const others = painPoint.confirmed ? await this.byLink.confirmedBy(id) : null;
    return Object.assign(shown, {
      personName: person?.name ?? null,
      key,
      title,
      description,
      askedAt: request.askedAt,
      answer: request.fixed,
      steps: tasks.filter(({ task }) => task.state === TaskState.DONE).map(({ task }) => task.title),
      win: wins.at(-1)?.headline ?? null,
      confirmedBy: others !== null && others !== person?.id ? ((await this.people.byId(others))?.name ?? null) : null,
    });
  }
}
