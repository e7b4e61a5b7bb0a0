import { DiscoveryModule } from '@stanch/discovery';
import { PeopleModule, WORKSPACE_STARTED } from '@stanch/people';
import { type Batch, DomainEvents, LoaderRegistry } from '@stanch/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddComment } from './application/add-comment.js';
import { AddTask } from './application/add-task.js';
import { BoardJournal } from './application/board-journal.js';
import { ChangeStages } from './application/change-stages.js';
import { ClosePainPoint } from './application/close-pain-point.js';
import { DescribeValue } from './application/describe-value.js';
import { DropTask } from './application/drop-task.js';
import { EndWorkaround } from './application/end-workaround.js';
import { FindSimilar } from './application/find-similar.js';
import { KnownThings } from './application/known-things.js';
import { MergePainPoints } from './application/merge-pain-points.js';
import { MovePainPoint } from './application/move-pain-point.js';
import { MoveTask } from './application/move-task.js';
import { OfferWorkaround } from './application/offer-workaround.js';
import { PlaceCard } from './application/place-card.js';
import { RaiseMany } from './application/raise-many.js';
import { RaisePainPoint } from './application/raise-pain-point.js';
import { ReadBoard } from './application/read-board.js';
import { type Eyes, ReadLinked } from './application/read-linked.js';
import { ReadLatestWins } from './application/read-latest-wins.js';
import { ReadPainPoints } from './application/read-pain-points.js';
import { ReadWork } from './application/read-work.js';
import { RecordWin } from './application/record-win.js';
import { ReopenPainPoint } from './application/reopen-pain-point.js';
import { RepairOrder } from './application/repair-order.js';
import { SayUnitCost } from './application/say-unit-cost.js';
import { Search } from './application/search.js';
import { SponsorLinks } from './application/sponsor-links.js';
import { StartBoard } from './application/start-board.js';
import { TellPainPoints } from './application/tell-pain-points.js';
import { TellSilence } from './application/tell-silence.js';
import { UndoChange } from './application/undo-change.js';
import { UpdatePainPoint } from './application/update-pain-point.js';
import { UpdateTask } from './application/update-task.js';
import { BoardResolver, StageResolver } from './graphql/board.resolver.js';
import { Frames } from './graphql/frames.js';
import { LiveResolver } from './graphql/live.resolver.js';
import * as loader from './graphql/loader-names.js';
import { PainPointResolver } from './graphql/pain-point.resolver.js';
import { TaskPainPointsResolver, WinPainPointsResolver } from './graphql/pain-points-behind.resolver.js';
import { QuotePainPointsResolver } from './graphql/quote-pain-points.resolver.js';
import { SearchResolver } from './graphql/search.resolver.js';
import { WorkResolver } from './graphql/work.resolver.js';
import { StageVersions } from './persistence/stage-versions.js';
import { WorkaroundResolver } from './graphql/workaround.resolver.js';
import { StoredCards } from './persistence/stored-cards.js';
import { StoredLinks } from './persistence/stored-links.js';
import { StoredUnitCosts } from './persistence/stored-unit-costs.js';

const DOOR = [
  AddComment,
  AddTask,
  BoardJournal,
  ChangeStages,
  ClosePainPoint,
  DropTask,
  Frames,
  MergePainPoints,
  MovePainPoint,
  OfferWorkaround,
  PlaceCard,
  RaiseMany,
  RaisePainPoint,
  ReadBoard,
  ReadLinked,
  ReadPainPoints,
  ReadWork,
  RecordWin,
  ReopenPainPoint,
  RepairOrder,
  SponsorLinks,
  StageVersions,
  StartBoard,
  StoredCards,
  StoredLinks,
  TellSilence,
  UpdatePainPoint,
  UpdateTask,
];

/** Remediation: where pain is treated. */
@Module({
  imports: [PeopleModule, DiscoveryModule],
  providers: [
    ...DOOR,
    DescribeValue,
    EndWorkaround,
    FindSimilar,
    KnownThings,
    MoveTask,
    ReadLatestWins,
    SayUnitCost,
    Search,
    StoredUnitCosts,
    TellPainPoints,
    UndoChange,
    BoardResolver,
    LiveResolver,
    PainPointResolver,
    QuotePainPointsResolver,
    SearchResolver,
    StageResolver,
    TaskPainPointsResolver,
    WinPainPointsResolver,
    WorkResolver,
    WorkaroundResolver,
  ],
  exports: DOOR,
})
export class RemediationModule implements OnModuleInit {
  constructor(
    private readonly loaders: LoaderRegistry,
    private readonly events: DomainEvents,
    private readonly board: ReadBoard,
    private readonly painPoints: ReadPainPoints,
    private readonly linked: ReadLinked,
    private readonly unitCosts: StoredUnitCosts,
    private readonly startBoard: StartBoard,
  ) {}

  onModuleInit(): void {
    this.events.within<{ name: string }>(WORKSPACE_STARTED, async ({ data }) => {
      await this.startBoard.run(data.name);
    });
    const register = (name: string, batch: Batch) => this.loaders.register(name, batch);
    register(loader.PAIN_POINT_LOADER, async (ids) => byId(await this.painPoints.byIds(ids)));
    register(loader.STAGE_LOADER, async (ids) => byId(await this.board.stagesById(ids)));
    register(loader.BOARD_LOADER, async (ids) => byId(await this.board.boards(ids)));
    register(loader.STAGES_OF_BOARD_LOADER, async (ids) =>
      Map.groupBy(await this.board.stages(ids), ({ boardId }) => boardId),
    );
    register(loader.STAGE_FIGURES_LOADER, (ids) => this.board.figures(ids));
    register(loader.LATEST_SHARED_LOADER, (ids) => this.linked.latestShared(ids));
    register(loader.SHARED_COMMENT_LOADER, async (ids) => byId(await this.linked.sharedComments(ids)));
    register(loader.MERGED_FROM_LOADER, (ids) => this.painPoints.mergedInto(ids));
    register(loader.QUOTE_IDS_LOADER, (ids) => this.linked.quoteIds(ids));
    register(loader.PAIN_POINTS_OF_QUOTE_LOADER, (ids) => this.linked.painPointIdsOfQuotes(ids));
    register(loader.PAIN_POINTS_OF_TASK_LOADER, (ids) => this.linked.painPointIdsOf('task', ids));
    register(loader.PAIN_POINTS_OF_WIN_LOADER, (ids) => this.linked.painPointIdsOf('win', ids));
    register(loader.THANKS_LOADER, (ids) => this.linked.thanksOfWins(ids));
    register(loader.UNIT_COSTS_LOADER, (ids) => this.unitCosts.of(ids));
    register(loader.UNDONE_LOADER, (ids) => this.linked.undoneBy(ids));
    for (const eyes of ['all', 'shared'] satisfies Eyes[]) {
      const all = eyes === 'all';
      register(loader.linkedLoader('tasks', all), (ids) => this.linked.tasks(ids, eyes));
      register(loader.linkedLoader('taskProgress', all), (ids) => this.linked.taskProgress(ids, eyes));
      register(loader.linkedLoader('wins', all), (ids) => this.linked.wins(ids, eyes));
      register(loader.linkedLoader('comments', all), (ids) => this.linked.comments(ids, eyes));
      register(loader.linkedLoader('history', all), (ids) => this.linked.history(ids, eyes));
      register(loader.linkedLoader('tasksOfWin', all), (ids) => this.linked.tasksOfWins(ids, eyes));
    }
  }
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
