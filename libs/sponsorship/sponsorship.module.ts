import { DiscoveryModule } from '@stanch/discovery';
import { PeopleModule } from '@stanch/people';
import { Configuration, DomainEvents, LoaderRegistry } from '@stanch/platform';
import {
  PAIN_POINT_CLOSED,
  PAIN_POINT_MERGED,
  PAIN_POINT_MOVED,
  PAIN_POINT_RAISED,
  type PainPointClosed,
  type PainPointMerged,
  type PainPointMoved,
  type PainPointRaised,
  ReadLinked,
  RemediationModule,
  SponsorLinks,
  TellSilence,
} from '@stanch/remediation';
import {
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { AnswerByLink } from './application/answer-by-link.js';
import { AskSponsors } from './application/ask-sponsors.js';
import { AwaitAnswers } from './application/await-answers.js';
import { CloseWeek } from './application/close-week.js';
import { ConfirmFixed } from './application/confirm-fixed.js';
import { FIX_CONFIRMED, type FixConfirmed } from './application/events.js';
import { ExplainMiss } from './application/explain-miss.js';
import { JoinPainPoint } from './application/join-pain-point.js';
import { KeepCommitments } from './application/keep-commitments.js';
import { LinkManySponsors } from './application/link-many-sponsors.js';
import { LinkSponsors } from './application/link-sponsors.js';
import { MakeCommitment } from './application/make-commitment.js';
import { MutePainPoint } from './application/mute-pain-point.js';
import { QuoteInWin } from './application/quote-in-win.js';
import { ReadCommitments } from './application/read-commitments.js';
import { ReadGivenPromises } from './application/read-given-promises.js';
import { ShareWithColleague } from './application/share-with-colleague.js';
import { WhoMayConfirm } from './application/who-may-confirm.js';
import { ReadSlips } from './application/read-slips.js';
import { WithdrawCommitment } from './application/withdraw-commitment.js';
import {
  COMMITMENTS_LOADER,
  CONFIRMATIONS_LOADER,
  REQUESTS_LOADER,
  SLIPS_LOADER,
  SPONSORSHIPS_LOADER,
  WORKERS_LOADER,
} from './graphql/loader-names.js';
import { CommitmentsResolver } from './graphql/commitments.resolver.js';
import { ConfirmationResolver } from './graphql/confirmation.resolver.js';
import { ReadPromiseDays } from './graphql/promise-days.js';
import { SponsorshipResolver } from './graphql/sponsorship.resolver.js';
import { Sponsors } from './persistence/sponsors.js';
import { StoredClosings } from './persistence/stored-closings.js';
import { StoredConfirmations } from './persistence/stored-confirmations.js';
import { StoredRequests } from './persistence/stored-requests.js';

/** How often is looked at what time alone brings about: promises, questions and silences whose day has come; in milliseconds. */
const LOOK_AT_PROMISES = 600_000;

const DOOR = [
  AnswerByLink,
  AskSponsors,
  AwaitAnswers,
  CloseWeek,
  ConfirmFixed,
  ExplainMiss,
  ReadSlips,
  WithdrawCommitment,
  JoinPainPoint,
  KeepCommitments,
  LinkManySponsors,
  MakeCommitment,
  MutePainPoint,
  QuoteInWin,
  ReadCommitments,
  ShareWithColleague,
  Sponsors,
  StoredConfirmations,
  StoredRequests,
];

/** Sponsorship: who stands behind a pain point. */
@Module({
  imports: [PeopleModule, DiscoveryModule, RemediationModule],
  providers: [
    ...DOOR,
    LinkSponsors,
    ReadGivenPromises,
    ReadPromiseDays,
    StoredClosings,
    WhoMayConfirm,
    CommitmentsResolver,
    ConfirmationResolver,
    SponsorshipResolver,
  ],
  exports: DOOR,
})
export class SponsorshipModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SponsorshipModule.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly events: DomainEvents,
    private readonly loaders: LoaderRegistry,
    private readonly links: SponsorLinks,
    private readonly sponsors: Sponsors,
    private readonly linked: ReadLinked,
    private readonly linkSponsors: LinkSponsors,
    private readonly keepCommitments: KeepCommitments,
    private readonly askSponsors: AskSponsors,
    private readonly awaitAnswers: AwaitAnswers,
    private readonly tellSilence: TellSilence,
    private readonly slips: ReadSlips,
    private readonly requests: StoredRequests,
    private readonly confirmations: StoredConfirmations,
  ) {}

  onModuleInit(): void {
    this.links.answeredBy(this.sponsors);
    this.loaders.register(SPONSORSHIPS_LOADER, (ids) => this.sponsors.of(ids));
    this.loaders.register(COMMITMENTS_LOADER, (ids) => this.sponsors.commitments(ids));
    for (const field of ['commitment', 'commitments']) {
      this.loaders.standsBehind(`PainPoint.${field}`, COMMITMENTS_LOADER);
    }
    for (const field of ['sponsors', 'sponsorships', 'tells', 'viewerIsSponsor', 'viewerMuted', 'viewerMayConfirm']) {
      this.loaders.standsBehind(`PainPoint.${field}`, SPONSORSHIPS_LOADER);
    }
    this.loaders.register(SLIPS_LOADER, (ids) => this.slips.of(ids));
    this.loaders.register(WORKERS_LOADER, (ids) => this.workers(ids));
    this.loaders.register(REQUESTS_LOADER, (ids) => this.requests.latest(ids));
    this.loaders.register(CONFIRMATIONS_LOADER, (ids) => this.confirmations.of(ids));
    const { events, linkSponsors, keepCommitments, askSponsors } = this;
    events.within<PainPointRaised>(PAIN_POINT_RAISED, (event, within) => linkSponsors.whenRaised(event, within));
    events.within<PainPointMerged>(PAIN_POINT_MERGED, (event, within) => linkSponsors.whenMerged(event, within));
    events.within<PainPointMerged>(PAIN_POINT_MERGED, (event, within) => keepCommitments.whenMerged(event, within));
    events.within<PainPointMoved>(PAIN_POINT_MOVED, (event, within) => keepCommitments.whenMoved(event, within));
    events.within<PainPointMoved>(PAIN_POINT_MOVED, (event, within) => askSponsors.whenMoved(event, within));
    events.within<PainPointMerged>(PAIN_POINT_MERGED, (event, within) => askSponsors.whenGone(event, within));
    events.within<PainPointClosed>(PAIN_POINT_CLOSED, (event, within) => askSponsors.whenGone(event, within));
    events.within<FixConfirmed>(FIX_CONFIRMED, (event, within) => keepCommitments.whenConfirmed(event, within));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.configuration.delivers) return;
    await this.lookAtPromises();
    this.timer = setInterval(() => void this.lookAtPromises(), LOOK_AT_PROMISES);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Who has a task of each of these pain points, or had it in hand. */
  private async workers(painPointIds: readonly string[]): Promise<Map<string, ReadonlySet<string | null>>> {
    const tasks = await this.linked.tasks(painPointIds, 'all');
    const owners = await this.linked.everOwned(painPointIds);
    return new Map(
      painPointIds.map((id) => {
        const assignees = (tasks.get(id) ?? []).map(({ task }) => task.assigneeId);
        return [id, new Set([...assignees, ...(owners.get(id) ?? [])])];
      }),
    );
  }

  /** What fails now is tried again at the next look; it must not end the process, nor keep the others from their turn. */
  private async lookAtPromises(): Promise<void> {
    const looks = [
      () => this.keepCommitments.breakPast(),
      () => this.keepCommitments.sayNear(),
      () => this.askSponsors.askMissing(),
      () => this.awaitAnswers.remind(),
      () => this.awaitAnswers.timeOut(),
      () => this.tellSilence.run(),
    ];
    for (const look of looks) {
      try {
        await look();
      } catch (reason) {
        this.log.error(reason);
      }
    }
  }
}
