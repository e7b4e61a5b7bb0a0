import { PeopleModule } from '@stanch/people';
import { DomainEvents, LoaderRegistry } from '@stanch/platform';
import {
  PAIN_POINT_MERGED,
  PAIN_POINT_MOVED,
  PAIN_POINT_RAISED,
  type PainPointMerged,
  type PainPointMoved,
  type PainPointRaised,
  RemediationModule,
  SponsorLinks,
} from '@stanch/remediation';
import { Module, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ConfirmFixed } from './application/confirm-fixed.js';
import { JoinPainPoint } from './application/join-pain-point.js';
import { KeepCommitments } from './application/keep-commitments.js';
import { LinkSponsors } from './application/link-sponsors.js';
import { MakeCommitment } from './application/make-commitment.js';
import { COMMITMENTS_LOADER, SPONSORSHIPS_LOADER } from './graphql/loader-names.js';
import { SponsorshipResolver } from './graphql/sponsorship.resolver.js';
import { Sponsors } from './persistence/sponsors.js';

/** How often promises are looked at whose date may have passed, in milliseconds. */
const LOOK_AT_PROMISES = 600_000;

const DOOR = [Sponsors, JoinPainPoint, MakeCommitment, ConfirmFixed, KeepCommitments];

/** Sponsorship: who stands behind a pain point. */
@Module({
  imports: [PeopleModule, RemediationModule],
  providers: [...DOOR, LinkSponsors, SponsorshipResolver],
  exports: DOOR,
})
export class SponsorshipModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly loaders: LoaderRegistry,
    private readonly links: SponsorLinks,
    private readonly sponsors: Sponsors,
    private readonly linkSponsors: LinkSponsors,
    private readonly keepCommitments: KeepCommitments,
  ) {}

  onModuleInit(): void {
    this.links.answeredBy(this.sponsors);
    this.loaders.register(SPONSORSHIPS_LOADER, (ids) => this.sponsors.of(ids));
    this.loaders.register(COMMITMENTS_LOADER, (ids) => this.sponsors.commitments(ids));
    const { events, linkSponsors, keepCommitments } = this;
    events.within<PainPointRaised>(PAIN_POINT_RAISED, (event, within) => linkSponsors.whenRaised(event, within));
    events.within<PainPointMerged>(PAIN_POINT_MERGED, (event, within) => linkSponsors.whenMerged(event, within));
    events.within<PainPointMoved>(PAIN_POINT_MOVED, (event, within) => keepCommitments.whenMoved(event, within));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.keepCommitments.breakPast();
    this.timer = setInterval(() => void this.keepCommitments.breakPast(), LOOK_AT_PROMISES);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
