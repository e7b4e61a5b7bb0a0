import { setImmediate } from 'node:timers/promises';
import { Clock, dayAfter, type Day, dayIn, endOfDay, type Instant } from '@stanch/kernel';
import { HourlyCosts, type HourlyCostSince, WorkspaceSettings } from '@stanch/people';
import { ChangeKind, type Moved, ReadBoard, type StageThen, StageVersions } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { BoardHistory, type RecordedChange } from '../domain/board-history.js';
import { boardAt, type BoardThen, totalsAt, type TotalsThen } from '../domain/flow.js';
import { StagesOverTime } from '../domain/stages-over-time.js';
import { BoardRecords } from '../persistence/board-records.js';

/** A replayed history, and up to which revision of the board it goes. */
interface Replay {
  readonly history: BoardHistory;
  revision: number;
  /** Stages that were removed before anybody noted how stages were. */
  readonly gone: StageThen[];
}

/** All that tells the past of a board. */
export interface Past {
  readonly history: BoardHistory;
  readonly stages: StagesOverTime;
  readonly hourlyCosts: readonly HourlyCostSince[];
}

/** What stood in each stage at the end of a day; of today, now. */
export interface DayThen extends TotalsThen {
  readonly day: Day;
}

/** So many revisions are replayed before others have their turn. */
const REVISIONS_AT_ONCE = 4_000;

/** So many boards are kept replayed; there is hardly ever more than one. */
const MOST_KEPT = 4;

/**
 * The board as it was at any moment that has passed, from its recorded history: exact also after moves were taken back,
 * cards merged, parked, brought back or imported, and stages renamed, added or removed. What was imported stands on the
 * board from the moment of the import on, since nobody saw it there before; its age goes back to when it was raised.
 */
@Injectable()
export class ReadFlow {
  private readonly kept = new Map<string, Replay>();
  /** One after the other goes on with a board's replay, so that nothing is replayed twice. */
  private readonly turns = new Map<string, Promise<void>>();

  constructor(
    private readonly board: ReadBoard,
    private readonly records: BoardRecords,
    private readonly stageVersions: StageVersions,
    private readonly hourlyCosts: HourlyCosts,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** The board as it was seen at a moment. Without a board: the default one. */
  async stateAt(boardId: string | null, at: Instant): Promise<BoardThen> {
    const { history, stages, hourlyCosts } = await this.past(boardId);
    return boardAt(history, stages, hourlyCosts, at);
  }

  /** What stood in each stage at each of these moments, which come in their order. */
  async totals(boardId: string | null, instants: readonly Instant[]): Promise<TotalsThen[]> {
    const { history, stages, hourlyCosts } = await this.past(boardId);
    return totalsAt(history, stages, hourlyCosts, instants);
  }

  /** What stood in each stage at the end of each day, in the workspace's time zone; of today, now. */
  async days(boardId: string | null, from: Day, to: Day): Promise<DayThen[]> {
    const { timeZone } = await this.settings.current();
    const now = this.clock.now();
    const today = dayIn(now, timeZone);
    const days: Day[] = [];
    for (let day = from; day <= to && day <= today; day = dayAfter(day, 1)) days.push(day);
    const ends = days.map((day) => (day === today ? now : endOfDay(day, timeZone)));
    return (await this.totals(boardId, ends)).map((totals, index) => ({ ...totals, day: days[index] as Day }));
  }

  /** The replayed history with what it needs to be told. */
  async past(boardId: string | null): Promise<Past> {
    const { id } = await this.board.board(boardId);
    // What a transaction sees may yet be taken back: replayed for itself, and nobody waits for it.
    if (await this.records.unsettled()) return this.goOn(id, newReplay());
    const turn = (this.turns.get(id) ?? Promise.resolve()).then(() => this.goOn(id, this.keep(id)));
    this.turns.set(
      id,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    );
    return turn;
  }

  /** Replays what was recorded since; of a long history a part at a time, so that others have their turn between. */
  private async goOn(boardId: string, replay: Replay): Promise<Past> {
    const revision = await this.records.revision(boardId);
    let stages = await this.stagesOf(boardId, replay, []);
    while (replay.revision < revision) {
      if (replay.revision >= 0) await setImmediate();
      const until = Math.min(revision, replay.revision + REVISIONS_AT_ONCE);
      const { cards, changes } = await this.records.between(boardId, replay.revision, until);
      stages = await this.stagesOf(boardId, replay, changes);
      replay.history.goOn(cards, changes, stages);
      replay.revision = until;
    }
    return { history: replay.history, stages, hourlyCosts: await this.hourlyCosts.all() };
  }

  /** How the stages were, also those that only these changes speak of. */
  private async stagesOf(boardId: string, replay: Replay, changes: readonly RecordedChange[]): Promise<StagesOverTime> {
    const versions = await this.stageVersions.of(boardId);
    const known = new Set([...versions.flatMap(({ stages }) => stages), ...replay.gone].map(({ id }) => id));
    const unknown = new Set(changes.flatMap(stageOf).filter((id) => !known.has(id)));
    replay.gone.push(...(await this.records.gone(boardId, unknown)));
    return new StagesOverTime(versions, replay.gone);
  }

  private keep(boardId: string): Replay {
    const kept = this.kept.get(boardId);
    if (kept) return kept;
    const oldest = this.kept.keys().next().value;
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    const replay = newReplay();
    this.kept.set(boardId, replay);
    return replay;
  }
}

function newReplay(): Replay {
  return { history: new BoardHistory(), revision: -1, gone: [] };
}

/** The stage that a change brought its card to. */
function stageOf({ kind, newValue }: RecordedChange): string[] {
  if (kind === ChangeKind.RAISED) return [newValue as string];
  return kind === ChangeKind.MOVED ? [(newValue as Moved).stageId] : [];
}
