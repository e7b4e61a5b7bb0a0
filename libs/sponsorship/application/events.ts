import type { Day } from '@stanch/kernel';
import type { SponsorshipReason } from '../domain/sponsorship.js';

/** The types of the events that this part records; the data of each is in the interface of the same name. */
export const SPONSOR_JOINED = 'SponsorJoined';
export const COMMITMENT_MADE = 'CommitmentMade';
export const COMMITMENT_MOVED = 'CommitmentMoved';
export const COMMITMENT_BROKEN = 'CommitmentBroken';
export const COMMITMENT_WITHDRAWN = 'CommitmentWithdrawn';
export const COMMITMENT_NEAR = 'CommitmentNear';
export const COMMITMENT_EXPLAINED = 'CommitmentExplained';
export const PAIN_POINT_SHARED = 'PainPointShared';
export const WIN_SHARED = 'WinShared';
export const PAIN_POINT_MUTED = 'PainPointMuted';
export const SPONSOR_ASKED = 'SponsorAsked';
export const SPONSOR_REMINDED = 'SponsorReminded';
export const FIX_CONFIRMED = 'FixConfirmed';
export const STILL_BLEEDING = 'StillBleeding';

/** Somebody said "me too", or was added by IT. */
export interface SponsorJoined {
  painPointId: string;
  personId: string;
  reason: SponsorshipReason;
  addedById: string;
}

/** A date was promised for the first time. */
export interface CommitmentMade {
  painPointId: string;
  commitmentId: string;
  byId: string;
  dueOn: Day;
}

/** A promised date was moved. */
export interface CommitmentMoved extends CommitmentMade {
  fromDueOn: Day;
  firstDueOn: Day;
  reason: string;
}

/** A promise was taken back that had been noted by mistake. */
export interface CommitmentWithdrawn extends CommitmentMade {
  /** The date that is promised again; null: none. */
  standsOn: Day | null;
  /** Who had noted it, and so knows of it; not said by events from before this was kept. */
  notedById?: string | null;
}

/** A promised date passed. */
export interface CommitmentBroken {
  painPointId: string;
  commitmentId: string;
  dueOn: Day;
}

/** Somebody said why a promise was not kept. */
export interface CommitmentExplained extends CommitmentBroken {
  reason: string;
}

/** A promised date is near, and the card is not done. */
export interface CommitmentNear extends CommitmentBroken {
  byId: string;
  firstDueOn: Day;
}

/** Somebody showed it to a colleague. */
export interface PainPointShared {
  painPointId: string;
  personId: string;
  words: string;
}

/** A sponsor wants to hear nothing more of it. */
export interface PainPointMuted {
  painPointId: string;
  personId: string;
}

/** Somebody showed a win to a colleague. */
export interface WinShared {
  winId: string;
  /** What it made better. */
  painPointIds: string[];
  personId: string;
  words: string;
}

/** A sponsor said that it is fixed; the actor is a lead when one said so for them. */
export interface FixConfirmed {
  painPointId: string;
  personId: string;
  rating: number | null;
  words: string;
  /** How the lead knows who said so for them; null when the sponsor did. */
  howKnown: string | null;
}

/** A sponsor said that it still bleeds; the actor is a lead when one said so for them. */
export interface StillBleeding {
  painPointId: string;
  personId: string;
  words: string;
  howKnown: string | null;
}

/** A sponsor was asked whether it is fixed, otherwise than by the move that says so. */
export interface SponsorAsked {
  painPointId: string;
  personId: string;
  requestId: string;
}

/** A sponsor who has not answered for days was reminded. */
export type SponsorReminded = SponsorAsked;
