import type { Day, Instant } from '@stanch/kernel';
import { ChangeKind, type CostEstimate, TaskState, Visibility } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface FactTables {
  pain_point: {
    id: string;
    board_id: string;
    stage_id: string;
    entered_stage_at: Instant;
    owner_id: string | null;
    blocked: number | boolean;
    people_affected: number;
    hours_lost_per_person_per_week: number;
    direct_cost_per_week: number;
    effort_days: number | null;
    closed_at: Instant | null;
  };
  win: { id: string; published_at: Instant | null };
  win_pain_point: { win_id: string; pain_point_id: string };
  change: {
    id: string;
    board_id: string;
    pain_point_id: string;
    revision: number;
    at: Instant;
    kind: string;
    field: string;
    from_text: string | null;
    new_value: string | null;
    undoes: string | null;
  };
  confirmation: { pain_point_id: string; fixed: number | boolean; at: Instant };
  remediation_task: { id: string; title: string; visibility: string; state: string; due_on: Day | null };
  task_pain_point: { pain_point_id: string; task_id: string };
}

/** A line of the history about a promise: its date was moved, or has passed. */
export interface PromiseChange {
  readonly painPointId: string;
  readonly commitmentId: string;
  readonly at: Instant;
  readonly broken: boolean;
  /** It is a new date, the first one or another. */
  readonly made: boolean;
  /** The date before. */
  readonly fromDueOn: Day | null;
}

/** As much of a card as figures are made of. */
export interface LeanCard extends CostEstimate {
  readonly id: string;
  readonly stageId: string;
  readonly enteredStageAt: Instant;
  readonly ownerId: string | null;
  readonly blocked: boolean;
  readonly effortDays: number | null;
  /** Neither parked, declined nor merged. */
  readonly onBoard: boolean;
}

/** What meetings are made of, read from the tables of the parts before; to look at only. */
@Injectable()
export class MeetingFacts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async isOnBoard({ em }: Pick<Transaction, 'em'>, boardId: string, painPointId: string): Promise<boolean> {
    const row = await em
      .getKysely<FactTables>()
      .selectFrom('pain_point')
      .select('id')
      .where('id', '=', painPointId)
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    return row !== undefined;
  }

  async isToldWin({ em }: Pick<Transaction, 'em'>, winId: string): Promise<boolean> {
    const row = await em
      .getKysely<FactTables>()
      .selectFrom('win')
      .select('id')
      .where('id', '=', winId)
      .where('published_at', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** All cards of a board, also those that left it, in the order in which they came. */
  async cards(boardId: string): Promise<LeanCard[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .select([
          'id',
          'stage_id',
          'entered_stage_at',
          'owner_id',
          'blocked',
          'people_affected',
          'hours_lost_per_person_per_week',
          'direct_cost_per_week',
          'effort_days',
          'closed_at',
        ])
        .where('board_id', '=', boardId)
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      stageId: row.stage_id,
      enteredStageAt: row.entered_stage_at,
      ownerId: row.owner_id,
      blocked: Boolean(row.blocked),
      peopleAffected: row.people_affected,
      hoursLostPerPersonPerWeek: row.hours_lost_per_person_per_week,
      directCostPerWeek: row.direct_cost_per_week,
      effortDays: row.effort_days,
      onBoard: row.closed_at === null,
    }));
  }

  /** When cards came back to the board or bled again, after one moment and until another. */
  async reopenings(boardId: string, from: Instant, to: Instant): Promise<{ painPointId: string; at: Instant }[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('change')
        .select(['pain_point_id', 'at'])
        .where('board_id', '=', boardId)
        .where('at', '>', from)
        .where('at', '<=', to)
        .where('kind', '=', ChangeKind.REOPENED)
        .orderBy('revision')
        .execute(),
    );
    return rows.map((row) => ({ painPointId: row.pain_point_id, at: row.at }));
  }

  /** What was written down of promises after one moment and until another, and not taken back as a slip, the oldest first. */
  async promiseChanges(boardId: string, from: Instant, to: Instant): Promise<PromiseChange[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('change')
        .select(['pain_point_id', 'at', 'field', 'from_text', 'new_value'])
        .where('board_id', '=', boardId)
        .where('at', '>', from)
        .where('at', '<=', to)
        .where('kind', '=', ChangeKind.COMMITMENT)
        .where('field', '!=', 'commitment.withdrawn')
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('change')
            .select((undo) => undo.fn.coalesce('undoes', 'id').as('id'))
            .where('board_id', '=', boardId)
            .where('at', '>', from)
            .where('field', '=', 'commitment.withdrawn'),
        )
        .orderBy('revision')
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => ({
      painPointId: row.pain_point_id,
      commitmentId: JSON.parse(row.new_value ?? '""') as string,
      at: row.at,
      broken: row.field === 'commitment.broken',
      made: row.field === 'commitment',
      fromDueOn: row.from_text,
    }));
  }

  /** When sponsors said that it is fixed, the earliest first, of each card of which one said so after a moment. */
  async yeses(boardId: string, from: Instant): Promise<Map<string, Instant[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('confirmation')
        .innerJoin('pain_point', 'pain_point.id', 'confirmation.pain_point_id')
        .select(['confirmation.pain_point_id as id', 'confirmation.at'])
        .where('pain_point.board_id', '=', boardId)
        .where('confirmation.fixed', '=', true)
        .where('confirmation.pain_point_id', 'in', (eb) =>
          eb.selectFrom('confirmation').select('pain_point_id').where('fixed', '=', true).where('at', '>', from),
        )
        .orderBy('confirmation.at')
        .execute(),
    );
    const byCard = Map.groupBy(rows, ({ id }) => id);
    return new Map([...byCard].map(([id, said]) => [id, said.map(({ at }) => at)]));
  }

  /** Of each card that has one, the task that is late: one that its sponsors may see before an internal one, which has no name here. */
  async lateTasks(boardId: string, today: Day): Promise<Map<string, { title: string | null; dueOn: Day }>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('remediation_task')
        .innerJoin('task_pain_point', 'task_pain_point.task_id', 'remediation_task.id')
        .innerJoin('pain_point', 'pain_point.id', 'task_pain_point.pain_point_id')
        .select(['pain_point.id', 'remediation_task.title', 'remediation_task.visibility', 'remediation_task.due_on'])
        .where('pain_point.board_id', '=', boardId)
        .where('remediation_task.due_on', '<', today)
        .where('remediation_task.state', '!=', TaskState.DONE)
        .orderBy('remediation_task.due_on')
        .execute(),
    );
    const isShared = ({ visibility }: (typeof rows)[number]) => visibility === Visibility.SHARED;
    const late = [...rows.filter((row) => !isShared(row)).toReversed(), ...rows.filter(isShared).toReversed()];
    // The last one that is put in stays: the earliest of those that may be named.
    return new Map(late.map((row) => [row.id, { title: isShared(row) ? row.title : null, dueOn: row.due_on as Day }]));
  }

  /** The wins of a board that were published after one moment and until another, in that order. */
  async winsPublished(boardId: string, from: Instant, to: Instant): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('win')
        .innerJoin('win_pain_point', 'win_pain_point.win_id', 'win.id')
        .innerJoin('pain_point', 'pain_point.id', 'win_pain_point.pain_point_id')
        .select(['win.id', 'win.published_at'])
        .distinct()
        .where('pain_point.board_id', '=', boardId)
        .where('win.published_at', '>', from)
        .where('win.published_at', '<=', to)
        .orderBy('win.published_at')
        .orderBy('win.id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }
}
