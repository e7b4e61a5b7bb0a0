import { PERSON_LOADER, PersonType, requireVisitor, type Visitor } from '@stanch/people';
import { Frames, PainPointType } from '@stanch/remediation';
import { DirectFields, onceLoaded, type RequestContext } from '@stanch/platform';
import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConfirmFixed } from '../application/confirm-fixed.js';
import { ExplainMiss } from '../application/explain-miss.js';
import { WithdrawCommitment } from '../application/withdraw-commitment.js';
import { JoinPainPoint } from '../application/join-pain-point.js';
import { MakeCommitment } from '../application/make-commitment.js';
import { MutePainPoint } from '../application/mute-pain-point.js';
import { ShareWithColleague } from '../application/share-with-colleague.js';
import { type Commitment, CommitmentState, standingAmong } from '../domain/commitment.js';
import { whyNotConfirm } from '../domain/confirmation.js';
import type { Sponsorship } from '../domain/sponsorship.js';
import { COMMITMENTS_LOADER, SPONSORSHIPS_LOADER, WORKERS_LOADER } from './loader-names.js';
import { ReadPromiseDays } from './promise-days.js';
import { CommitmentType, ConfirmFixedInput, MakeCommitmentInput, SponsorshipType } from './sponsorship.types.js';

type VisitorContext = RequestContext<Visitor>;

/** Who stands behind a pain point, what is promised to them, and what they answer. */
@Resolver(() => PainPointType)
export class SponsorshipResolver {
  constructor(
    private readonly joins: JoinPainPoint,
    private readonly makes: MakeCommitment,
    private readonly explains: ExplainMiss,
    private readonly withdraws: WithdrawCommitment,
    private readonly mutes: MutePainPoint,
    private readonly shares: ShareWithColleague,
    private readonly confirms: ConfirmFixed,
    private readonly frames: Frames,
    private readonly days: ReadPromiseDays,
    directFields: DirectFields,
  ) {
    directFields.add('PainPoint.tells', this.tells.bind(this));
    directFields.add('PainPoint.commitment', this.commitment.bind(this));
  }

  @ResolveField(() => [PersonType], { description: 'The raiser and all who joined.' })
  async sponsors(@Parent() { id }: PainPointType, @Context() { loaders }: VisitorContext): Promise<PersonType[]> {
    const sponsorships = await loaders.load<Sponsorship[]>(SPONSORSHIPS_LOADER, id);
    const ids = (sponsorships ?? []).map(({ personId }) => personId);
    const people = await Promise.all(ids.map((personId) => loaders.load<PersonType>(PERSON_LOADER, personId)));
    return people.filter((person) => person !== null);
  }

  @ResolveField(() => [SponsorshipType], { description: 'How each sponsor came to it.' })
  async sponsorships(
    @Parent() { id }: PainPointType,
    @Context() { loaders }: VisitorContext,
  ): Promise<SponsorshipType[]> {
    return ((await loaders.load<Sponsorship[]>(SPONSORSHIPS_LOADER, id)) ?? []).map(SponsorshipType.of);
  }

  @ResolveField(() => Boolean)
  async viewerIsSponsor(@Parent() { id }: PainPointType, @Context() context: VisitorContext): Promise<boolean> {
    const sponsorships = await context.loaders.load<Sponsorship[]>(SPONSORSHIPS_LOADER, id);
    return (sponsorships ?? []).some(({ personId }) => personId === context.visitor?.personId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer, a sponsor, wants to hear nothing more of it.' })
  async viewerMuted(@Parent() { id }: PainPointType, @Context() context: VisitorContext): Promise<boolean> {
    const sponsorships = await context.loaders.load<Sponsorship[]>(SPONSORSHIPS_LOADER, id);
    return (sponsorships ?? []).some(({ personId, muted }) => muted && personId === context.visitor?.personId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may answer "is it fixed?" now.' })
  async viewerMayConfirm(@Parent() painPoint: PainPointType, @Context() context: VisitorContext): Promise<boolean> {
    if (!(await this.viewerIsSponsor(painPoint, context)) || painPoint.closedAt !== null) return false;
    const { personId } = requireVisitor(context);
    const { id, typedById, raiserId, ownerId } = painPoint;
    const workers = await context.loaders.load<ReadonlySet<string | null>>(WORKERS_LOADER, id);
    const stage = await painPoint.stage(undefined, context);
    const who = {
      isSponsor: true,
      onlyTypedIt: typedById === personId && raiserId !== personId,
      workedOnIt: ownerId === personId || workers?.has(personId) === true,
      category: stage?.category ?? '',
    };
    return whyNotConfirm(who) === null;
  }

  @ResolveField(() => Int, { description: 'How many sponsors hear of it when the viewer moves it.' })
  tells(@Parent() { id }: PainPointType, @Context() context: VisitorContext): number | Promise<number> {
    const hears = ({ personId, muted }: Sponsorship) => !muted && personId !== context.visitor?.personId;
    const sponsorships = context.loaders.load<Sponsorship[]>(SPONSORSHIPS_LOADER, id);
    return onceLoaded(sponsorships, (all) => (all ?? []).filter(hears).length);
  }

  @ResolveField(() => CommitmentType, { nullable: true, description: 'The one that stands.' })
  commitment(
    @Parent() { id }: PainPointType,
    @Context() { loaders }: VisitorContext,
  ): CommitmentType | null | Promise<CommitmentType | null> {
    return onceLoaded(loaders.load<Commitment[]>(COMMITMENTS_LOADER, id), (all) => {
      const standing = standingAmong(all ?? []);
      if (!standing || standing.state === CommitmentState.MOVED) return null;
      return this.days.now().then((days) => CommitmentType.of(standing, days));
    });
  }

  @ResolveField(() => [CommitmentType], { description: 'All of them, the oldest first.' })
  async commitments(
    @Parent() { id }: PainPointType,
    @Context() { loaders }: VisitorContext,
  ): Promise<CommitmentType[]> {
    const all = (await loaders.load<Commitment[]>(COMMITMENTS_LOADER, id)) ?? [];
    const days = await this.days.now();
    return all.map((commitment) => CommitmentType.of(commitment, days));
  }

  @Mutation(() => PainPointType, { description: '"Me too".' })
  async joinPainPoint(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.joins.run(requireVisitor(context), id));
  }

  @Mutation(() => PainPointType, { description: 'IT adds somebody whom it hurts too.' })
  async addSponsor(
    @Args('painPointId', { type: () => ID }) painPointId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.joins.add(requireVisitor(context), painPointId, personId));
  }

  @Mutation(() => PainPointType, { description: 'A sponsor hears nothing more of it, or hears again.' })
  async mutePainPoint(
    @Args('id', { type: () => ID }) id: string,
    @Args('muted', { type: () => Boolean }) muted: boolean,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.mutes.run(requireVisitor(context), id, muted));
  }

  @Mutation(() => Boolean, { description: 'Shows it to a colleague, who gets a mail with the link to it.' })
  async sharePainPoint(
    @Args('id', { type: () => ID }) id: string,
    @Args('email', { type: () => String }) email: string,
    @Args('words', { type: () => String, nullable: true }) words: string | null,
    @Context() context: VisitorContext,
  ): Promise<boolean> {
    await this.shares.painPoint(requireVisitor(context), id, { email, words: words ?? '' });
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Shows a published win to a colleague, who gets a mail with the link to it.',
  })
  async shareWin(
    @Args('id', { type: () => ID }) id: string,
    @Args('email', { type: () => String }) email: string,
    @Args('words', { type: () => String, nullable: true }) words: string | null,
    @Context() context: VisitorContext,
  ): Promise<boolean> {
    await this.shares.win(requireVisitor(context), id, { email, words: words ?? '' });
    return true;
  }

  @Mutation(() => CommitmentType, { description: 'A second one on the same pain point moves the first.' })
  async makeCommitment(
    @Args('input', { type: () => MakeCommitmentInput }) input: MakeCommitmentInput,
    @Context() context: VisitorContext,
  ): Promise<CommitmentType> {
    return CommitmentType.of(await this.makes.run(requireVisitor(context), input), await this.days.now());
  }

  @Mutation(() => PainPointType, {
    description:
      'Takes a promise back that was noted by mistake: by who noted it or a lead, within ten minutes. What was promised before stands again.',
  })
  async withdrawCommitment(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.withdraws.run(requireVisitor(context), id));
  }

  @Mutation(() => CommitmentType, { description: 'Says why a promise was not kept; its sponsors read it.' })
  async explainMiss(
    @Args('commitmentId', { type: () => ID }) commitmentId: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() context: VisitorContext,
  ): Promise<CommitmentType> {
    const explained = await this.explains.run(requireVisitor(context), { commitmentId, reason });
    return CommitmentType.of(explained, await this.days.now());
  }

  @Mutation(() => PainPointType, { description: 'A sponsor says whether it is fixed.' })
  async confirmFixed(
    @Args('input', { type: () => ConfirmFixedInput }) input: ConfirmFixedInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.confirms.run(requireVisitor(context), input));
  }
}
