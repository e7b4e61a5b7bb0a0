import type { PainPointsImported } from '@stanch/intake';
import type { DomainEvent } from '@stanch/kernel';
import type { MeetingEnded } from '@stanch/meetings';
import type {
  CommentAdded,
  PainPointClosed,
  PainPointMerged,
  PainPointMoved,
  PainPointRaised,
  PainPointReopened,
  PainPointSilent,
  TaskDone,
  WinPublished,
  WorkaroundEnded,
  WorkaroundOffered,
} from '@stanch/remediation';
import type {
  CommitmentBroken,
  CommitmentExplained,
  CommitmentMade,
  CommitmentMoved,
  CommitmentWithdrawn,
  CommitmentNear,
  FixConfirmed,
  PainPointShared,
  SponsorAsked,
  SponsorJoined,
  SponsorReminded,
  StillBleeding,
  WinShared,
} from '@stanch/sponsorship';

/** The events that people hear of, by type, with what each carries. */
export interface HeardData {
  PainPointRaised: PainPointRaised;
  PainPointMoved: PainPointMoved;
  PainPointClosed: PainPointClosed;
  PainPointReopened: PainPointReopened;
  PainPointMerged: PainPointMerged;
  WorkaroundOffered: WorkaroundOffered;
  WorkaroundEnded: WorkaroundEnded;
  TaskDone: TaskDone;
  WinPublished: WinPublished;
  CommentAdded: CommentAdded;
  SponsorJoined: SponsorJoined;
  PainPointShared: PainPointShared;
  WinShared: WinShared;
  SponsorAsked: SponsorAsked;
  SponsorReminded: SponsorReminded;
  CommitmentMade: CommitmentMade;
  CommitmentMoved: CommitmentMoved;
  CommitmentWithdrawn: CommitmentWithdrawn;
  CommitmentBroken: CommitmentBroken;
  CommitmentNear: CommitmentNear;
  CommitmentExplained: CommitmentExplained;
  FixConfirmed: FixConfirmed;
  StillBleeding: StillBleeding;
  PainPointSilent: PainPointSilent;
  PainPointsImported: PainPointsImported;
  MeetingEnded: MeetingEnded;
}

export type HeardType = keyof HeardData;

/** An event that people hear of. */
export type HeardEvent = { [Type in HeardType]: DomainEvent<Type, HeardData[Type]> }[HeardType];

/** All types that people hear of. */
export const HEARD_TYPES: readonly HeardType[] = [
  'PainPointRaised',
  'PainPointMoved',
  'PainPointClosed',
  'PainPointReopened',
  'PainPointMerged',
  'WorkaroundOffered',
  'WorkaroundEnded',
  'TaskDone',
  'WinPublished',
  'CommentAdded',
  'SponsorJoined',
  'PainPointShared',
  'WinShared',
  'SponsorAsked',
  'SponsorReminded',
  'CommitmentMade',
  'CommitmentMoved',
  'CommitmentWithdrawn',
  'CommitmentBroken',
  'CommitmentNear',
  'CommitmentExplained',
  'FixConfirmed',
  'StillBleeding',
  'PainPointSilent',
  'PainPointsImported',
  'MeetingEnded',
];
