export { AddComment } from './application/add-comment.js';
export { AddTask, type AddTaskInput } from './application/add-task.js';
export { BoardJournal, type Entry } from './application/board-journal.js';
export { ChangeStages } from './application/change-stages.js';
export { ClosePainPoint } from './application/close-pain-point.js';
export * from './application/events.js';
export { DropTask } from './application/drop-task.js';
export { boardOf, painPointOf } from './application/find-or-refuse.js';
export { MergePainPoints } from './application/merge-pain-points.js';
export { MovePainPoint } from './application/move-pain-point.js';
export { PlaceCard } from './application/place-card.js';
export { type ManyRaised, type ManyRaising, RaiseMany } from './application/raise-many.js';
export { RaisePainPoint, type RaisePainPointInput } from './application/raise-pain-point.js';
export { ReadBoard } from './application/read-board.js';
export { ReadLinked } from './application/read-linked.js';
export { type ListRequest, PainPointSort, ReadPainPoints } from './application/read-pain-points.js';
export { ReadWork } from './application/read-work.js';
export { OfferWorkaround } from './application/offer-workaround.js';
export { RecordWin, type RecordWinInput } from './application/record-win.js';
export { ReopenPainPoint } from './application/reopen-pain-point.js';
export { type OrderFault, RepairOrder } from './application/repair-order.js';
export { SponsorLinks, type SponsorLookup } from './application/sponsor-links.js';
export { TellSilence } from './application/tell-silence.js';
export { UpdatePainPoint } from './application/update-pain-point.js';
export { UpdateTask } from './application/update-task.js';
export {
  bleedPerWeek,
  type CostEstimate,
  highBleedRate,
  LITTLE_EFFORT_DAYS,
  Quadrant,
  quadrantOf,
  scoreOf,
  shareLeft,
} from './domain/bleeding.js';
export { Board } from './domain/board.js';
export { Change, ChangeKind, type Moved, type Place } from './domain/change.js';
export { CommitmentTiming } from './domain/commitment-timing.js';
export { Comment } from './domain/comment.js';
export { CloseReason, PainPoint } from './domain/pain-point.js';
export type { PainPointEdit } from './domain/pain-point-edit.js';
export { ranksBetween } from './domain/rank.js';
export { RemediationTask, TaskState } from './domain/remediation-task.js';
export type { Heard } from './domain/silence.js';
export { Stage, StageCategory } from './domain/stage.js';
export { Visibility } from './domain/visibility.js';
export { Win } from './domain/win.js';
export { BoardType } from './graphql/board.type.js';
export { Frames } from './graphql/frames.js';
export { BOARD_LOADER, PAIN_POINT_LOADER } from './graphql/loader-names.js';
export { PainPointType } from './graphql/pain-point.type.js';
export { RemediationTaskType } from './graphql/remediation-task.type.js';
export { PainPointFilterInput } from './graphql/remediation.inputs.js';
export { remediationEntities } from './persistence/mappings.js';
export { Remediation202611231530 } from './persistence/migrations/202611231530-remediation.js';
export { Remediation202611231655 } from './persistence/migrations/202611231655-task-fields.js';
export { Remediation202611231735 } from './persistence/migrations/202611231735-estimate-when-planned.js';
export { Remediation202611232330 } from './persistence/migrations/202611232330-unit-cost.js';
export { Remediation202611251101 } from './persistence/migrations/202611251101-change-time.js';
export { Remediation202611240430 } from './persistence/migrations/202611240430-win-quote.js';
export { Remediation202611251202 } from './persistence/migrations/202611251202-stage-version.js';
export { Remediation202611250300 } from './persistence/migrations/202611250300-heard.js';
export { Remediation202611250410 } from './persistence/migrations/202611250410-workaround.js';
export { WinType } from './graphql/win.type.js';
export type { PainPointFilter } from './persistence/pain-point-filter.js';
export type { ReadPainPoint } from './persistence/read-rows.js';
export { type StageThen, type StagesSince, StageVersions } from './persistence/stage-versions.js';
export { StoredCards } from './persistence/stored-cards.js';
export { StoredLinks } from './persistence/stored-links.js';
export { RemediationModule } from './remediation.module.js';
