import { Clock, dayIn, firstOfMonth, type Instant, startOfDay } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { bleedPerWeek, shareLeftOf } from '../domain/bleeding.js';
import { Board } from '../domain/board.js';
import { Stage, StageCategory } from '../domain/stage.js';
import { bleedRateSql } from '../persistence/pain-point-filter.js';
import { estimateOf } from '../persistence/read-rows.js';
import type { RemediationTables } from '../persistence/tables.js';
import { newsKind } from './board-journal.js';
import { boardOf } from './find-or-refuse.js';
import type { ChangeKind } from '../domain/change.js';

/** What stands in a stage. */
export interface StageFigures {
  readonly count: number;
  readonly bleedPerWeek: number;
}

/** One change of the board as those who were away hear of it. */
export interface MissedChange {
  readonly revision: number;
  readonly kind: string;
  readonly actorId: string | null;
  readonly painPointId: string;
}

/** More missed changes than this are faster read anew. */
const MOST_MISSED = 500;

/** Reads a board, its stages and its figures. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** A board by its id, or the default board. */
  async board(id: string | null | undefined): Promise<Board> {
    return this.unitOfWork.read((em) => boardOf({ em }, id));
  }

  /** The boards of these ids. */
  async boards(ids: readonly string[]): Promise<Board[]> {
    return this.unitOfWork.read((em) => em.find(Board, { id: { $in: [...ids] } }));
  }

  /** The stages of these boards, from left to right. */
  async stages(boardIds: readonly string[]): Promise<Stage[]> {
    return this.unitOfWork.read((em) =>
      em.find(Stage, { boardId: { $in: [...boardIds] } }, { orderBy: { position: 'asc' } }),
    );
  }

  /** The stages of these ids. */
  async stagesById(ids: readonly string[]): Promise<Stage[]> {
    return this.unitOfWork.read((em) => em.find(Stage, { id: { $in: [...ids] } }));
  }

  /** How many cards stand in each of these stages, and what they bleed a week together. */
  async figures(stageIds: readonly string[]): Promise<Map<string, StageFigures>> {
    const { hourlyCost } = await this.settings.current();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .where('stage_id', 'in', [...stageIds])
        .where('closed_at', 'is', null)
        .groupBy('stage_id')
        .select('stage_id')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .select((eb) => eb.fn.sum<number>(bleedRateSql(hourlyCost)).as('rate'))
        .execute(),
    );
    return new Map(rows.map((row) => [row.stage_id, { count: Number(row.count), bleedPerWeek: Number(row.rate) }]));
  }

  /** What the pain points that are not fixed bleed a week together. */
  async bleedPerWeek(boardId: string): Promise<number> {
    const stages = (await this.stages([boardId])).filter(({ category }) => category !== StageCategory.FIXED);
    const figures = await this.figures(stages.map(({ id }) => id));
    return [...figures.values()].reduce((sum, { bleedPerWeek: rate }) => sum + rate, 0);
  }

  /**
   * What was stopped since the first of this month (in the workspace's time zone): the rates of what was fixed, as they
   * were estimated when it was planned, less what the measure of its win says is left.
   */
  async stoppedThisMonth(boardId: string): Promise<number> {
    const { timeZone } = await this.settings.current();
    return this.stoppedSince(boardId, startOfDay(firstOfMonth(dayIn(this.clock.now(), timeZone)), timeZone));
  }

  /** The changes after a revision, each pain point once with its last change; null when it is better to read anew. */
  async missed(boardId: string, since: number): Promise<{ revision: number; changes: MissedChange[] | null }> {
    return this.unitOfWork.read(async (em) => {
      const { revision } = await boardOf({ em }, boardId);
      if (since === revision) return { revision, changes: [] };
      if (since > revision || since < 0 || revision - since > MOST_MISSED) return { revision, changes: null };
      const rows = await em
        .getKysely<RemediationTables>()
        .selectFrom('change')
        .select(['revision', 'kind', 'actor_id', 'pain_point_id'])
        .where('board_id', '=', boardId)
        .where('revision', '>', since)
        .where('revision', '<=', revision)
        .orderBy('id')
        .limit(MOST_MISSED * 4)
        .execute();
      // A revision without a change is one of the stages, which concerns the whole board.
      if (new Set(rows.map((row) => row.revision)).size < revision - since) return { revision, changes: null };
      const last = new Map<string, MissedChange>();
      for (const row of rows) {
        last.delete(row.pain_point_id);
        last.set(row.pain_point_id, {
          revision: row.revision,
          kind: newsKind(row.kind as ChangeKind),
          actorId: row.actor_id,
          painPointId: row.pain_point_id,
        });
      }
      return { revision, changes: [...last.values()] };
    });
  }

  /** What each pain point that is not fixed bleeds a week, by its id; what they bleed together is `bleedPerWeek`. */
  async bleedRates(boardId: string): Promise<ReadonlyMap<string, number>> {
    const { hourlyCost } = await this.settings.current();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('stage.category', '!=', StageCategory.FIXED)
        .select('pain_point.id')
        .select(bleedRateSql(hourlyCost).as('rate'))
        .execute(),
    );
    return new Map(rows.map(({ id, rate }) => [id, Number(rate)]));
  }

  /** What was raised since a moment and is still on the board bleeds so much a week. */
  async raisedSince(boardId: string, since: Instant): Promise<number> {
    return sumOf(await this.ratesRaisedSince(boardId, since));
  }

  /** The same, pain point by pain point. */
  async ratesRaisedSince(boardId: string, since: Instant): Promise<ReadonlyMap<string, number>> {
    const { hourlyCost } = await this.settings.current();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .where('board_id', '=', boardId)
        .where('closed_at', 'is', null)
        .where('fixed_at', 'is', null)
        .where('raised_at', '>=', since)
        .select('id')
        .select(bleedRateSql(hourlyCost).as('rate'))
        .execute(),
    );
    return new Map(rows.map(({ id, rate }) => [id, Number(rate)]));
  }

  /** What was stopped since a moment, in money a week. */
  async stoppedSince(boardId: string, since: Instant): Promise<number> {
    return sumOf(await this.ratesStoppedSince(boardId, since));
  }

  /** The same, pain point by pain point. */
  async ratesStoppedSince(boardId: string, since: Instant): Promise<ReadonlyMap<string, number>> {
    const { hourlyCost } = await this.settings.current();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .leftJoin('win_pain_point', 'win_pain_point.pain_point_id', 'pain_point.id')
        .leftJoin('win', 'win.id', 'win_pain_point.win_id')
        .select([
          'pain_point.id',
          'pain_point.people_affected',
          'pain_point.hours_lost_per_person_per_week',
          'pain_point.direct_cost_per_week',
          'pain_point.estimate_when_planned',
          'win.before_value as before',
          'win.after_value as after',
        ])
        .where('pain_point.board_id', '=', boardId)
        .where('pain_point.closed_at', 'is', null)
        .where('pain_point.fixed_at', '>=', since)
        .orderBy('win.recorded_at')
        .execute(),
    );
    const wins = Map.groupBy(rows, ({ id }) => id);
    return new Map(
      [...wins].map(([id, its]) => {
        const row = its[0] as (typeof rows)[number];
        const estimate = estimateOf(row.estimate_when_planned) ?? {
          peopleAffected: row.people_affected,
          hoursLostPerPersonPerWeek: row.hours_lost_per_person_per_week,
          directCostPerWeek: row.direct_cost_per_week,
        };
        return [id, bleedPerWeek(estimate, hourlyCost) * (1 - shareLeftOf(its))];
      }),
    );
  }
}

function sumOf(rates: ReadonlyMap<string, number>): number {
  return [...rates.values()].reduce((sum, rate) => sum + rate, 0);
}
