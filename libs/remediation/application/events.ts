import type { Day, Instant } from '@stanch/kernel';
import type { CloseReason } from '../domain/pain-point.js';
import type { SilenceHearer, SilenceReason } from '../domain/silence.js';
import type { StageCategory } from '../domain/stage.js';
import type { Visibility } from '../domain/visibility.js';

/** The types of the events that this part records; the data of each is in the interface of the same name. */
export const PAIN_POINT_RAISED = 'PainPointRaised';
export const PAIN_POINT_MOVED = 'PainPointMoved';
export const PAIN_POINT_EDITED = 'PainPointEdited';
export const PAIN_POINT_CLOSED = 'PainPointClosed';
export const PAIN_POINT_REOPENED = 'PainPointReopened';
export const PAIN_POINT_MERGED = 'PainPointMerged';
export const PAIN_POINT_SILENT = 'PainPointSilent';
export const WORKAROUND_OFFERED = 'WorkaroundOffered';
export const WORKAROUND_ENDED = 'WorkaroundEnded';
export const TASK_ADDED = 'TaskAdded';
export const TASK_EDITED = 'TaskEdited';
export const TASK_DONE = 'TaskDone';
export const WIN_RECORDED = 'WinRecorded';
export const WIN_PUBLISHED = 'WinPublished';
export const COMMENT_ADDED = 'CommentAdded';

/** Somebody raised a pain point, perhaps on behalf of the raiser. Those of an import come with one event of intake. */
export interface PainPointRaised {
  painPointId: string;
  boardId: string;
  raiserId: string;
  typedById: string;
}

/** A card changed its stage. A new place within the stage is no event: it concerns no sponsor. */
export interface PainPointMoved {
  painPointId: string;
  changeId: string;
  fromStageId: string;
  toStageId: string;
  fromStageName: string;
  toStageName: string;
  fromCategory: StageCategory;
  toCategory: StageCategory;
  /** Since when it counts as being there: a move that is taken back leaves that as it was before. */
  enteredStageAt: Instant;
}

/** Fields of a pain point changed. */
export interface PainPointEdited {
  painPointId: string;
  changeIds: string[];
  fields: string[];
}

/** A pain point was parked or declined. */
export interface PainPointClosed {
  painPointId: string;
  as: CloseReason;
  reason: string;
}

/** A pain point came back: to the board after it was parked or declined, or because it bleeds again. */
export interface PainPointReopened {
  painPointId: string;
  reason: string;
  /** It was held for fixed, and is not; otherwise it had left the board. */
  bledAgain: boolean;
}

/** A pain point became a part of another. One event for each. */
export interface PainPointMerged {
  painPointId: string;
  intoId: string;
}

/** Its sponsors have heard nothing for so long that it is said to those who can end that. */
export interface PainPointSilent {
  painPointId: string;
  to: SilenceHearer;
  why: SilenceReason;
  /** Since when they wait, or have heard nothing. */
  since: Day;
  /** Who has it in care, and when they were told of this silence; null: nobody has, or they hear of it only now. */
  ownerId: string | null;
  ownerToldOn: Day | null;
}

/** Something makes it hurt less until it is fixed. */
export interface WorkaroundOffered {
  painPointId: string;
  words: string;
  /** Hours that all people together lose each week, before and with it. */
  hoursBefore: number;
  hoursLeft: number;
}

/** A workaround helps no longer. */
export interface WorkaroundEnded {
  painPointId: string;
  reason: string;
}

/** A task was added or edited. */
export interface TaskChanged {
  taskId: string;
  painPointIds: string[];
}

/** A task was finished. */
export interface TaskDone {
  taskId: string;
  painPointIds: string[];
  title: string;
  visibility: Visibility;
}

/** A win was written down; its sponsors hear of it when it is published. */
export interface WinRecorded {
  winId: string;
  painPointIds: string[];
}

/** A win was told to the sponsors. */
export interface WinPublished {
  winId: string;
  painPointIds: string[];
  headline: string;
}

/** Somebody commented. */
export interface CommentAdded {
  commentId: string;
  painPointId: string;
  visibility: Visibility;
}
