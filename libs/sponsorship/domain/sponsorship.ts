import type { Instant } from '@stanch/kernel';

/** How somebody came to sponsor a pain point. */
export const SponsorshipReason = {
  RAISED: 'RAISED',
  RAISED_FOR: 'RAISED_FOR',
  JOINED: 'JOINED',
  MERGED: 'MERGED',
  ADDED: 'ADDED',
} as const;
export type SponsorshipReason = (typeof SponsorshipReason)[keyof typeof SponsorshipReason];

/** The link between a person of the business and a pain point that hurts them. */
export class Sponsorship {
  readonly painPointId: string;
  readonly personId: string;
  readonly reason: SponsorshipReason;
  /** Who made the link: the person, or somebody of IT. */
  readonly addedById: string;
  readonly at: Instant;
  /** The person asked not to be told of this pain point. */
  muted: boolean;

  constructor(start: {
    painPointId: string;
    personId: string;
    reason: SponsorshipReason;
    addedById: string;
    at: Instant;
    muted?: boolean;
  }) {
    this.painPointId = start.painPointId;
    this.personId = start.personId;
    this.reason = start.reason;
    this.addedById = start.addedById;
    this.at = start.at;
    this.muted = start.muted ?? false;
  }
}
