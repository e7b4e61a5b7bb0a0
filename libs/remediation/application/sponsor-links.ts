import type { Day, Holidays } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import type { CommitmentTiming } from '../domain/commitment-timing.js';

/** What this part asks about sponsors; the part that keeps them answers. */
export interface SponsorLookup {
  /** The pain points that any of these persons sponsor. */
  painPointIdsOf(personIds: readonly string[]): Promise<string[]>;
  isSponsor(painPointId: string, personId: string): Promise<boolean>;
  /** The date that stands for each pain point with an open commitment. */
  committedDates(): Promise<ReadonlyMap<string, Day>>;
  /** The pain points whose promised date is near, or past. */
  painPointIdsPromised(timings: readonly CommitmentTiming[], today: Day, holidays: Holidays): Promise<string[]>;
}

/** The plug for the part that keeps the sponsors, which stands above this one and must not be imported here. */
@Injectable()
export class SponsorLinks implements SponsorLookup {
  private lookup: SponsorLookup | undefined;

  /** Connects the part that keeps the sponsors; called once at the start. */
  answeredBy(lookup: SponsorLookup): void {
    this.lookup = lookup;
  }

  painPointIdsOf(personIds: readonly string[]): Promise<string[]> {
    return this.connected().painPointIdsOf(personIds);
  }

  isSponsor(painPointId: string, personId: string): Promise<boolean> {
    return this.connected().isSponsor(painPointId, personId);
  }

  committedDates(): Promise<ReadonlyMap<string, Day>> {
    return this.connected().committedDates();
  }

  painPointIdsPromised(timings: readonly CommitmentTiming[], today: Day, holidays: Holidays): Promise<string[]> {
    return this.connected().painPointIdsPromised(timings, today, holidays);
  }

  private connected(): SponsorLookup {
    if (!this.lookup) throw new Error('Nothing answers who sponsors what.');
    return this.lookup;
  }
}
