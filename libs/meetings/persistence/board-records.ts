import type { Instant } from '@stanch/kernel';
import { ChangeKind, type Place, StageCategory, type StageThen } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { ESTIMATED_FIELDS, type RecordedCard, type RecordedChange } from '../domain/board-history.js';

interface RecordTables {
  board: { id: string; revision: number };
  pain_point: {
    id: string;
    board_id: string;
    raised_at: Instant;
    people_affected: number;
    hours_lost_per_person_per_week: number;
    direct_cost_per_week: number;
    effort_days: number | null;
  };
  change: {
    id: string;
    board_id: string;
    pain_point_id: string;
    revision: number;
    at: Instant;
    kind: string;
    field: string;
    from_text: string | null;
    to_text: string | null;
    old_value: string | null;
    new_value: string | null;
    undoes: string | null;
  };
}

/** What was recorded of a board. */
export interface Records {
  readonly cards: readonly RecordedCard[];
  /** In the order in which they happened. */
  readonly changes: readonly RecordedChange[];
}

/** The fields of the kinds of change by which the board of a past moment can be told; nothing else is read. */
const TOLD_BY = [
  [ChangeKind.RAISED, ['stage']],
  [ChangeKind.MOVED, ['stage']],
  [ChangeKind.EDITED, ESTIMATED_FIELDS],
  [ChangeKind.CLOSED, ['closed']],
  [ChangeKind.REOPENED, ['closed']],
  [ChangeKind.MERGED, ['mergedInto']],
  [ChangeKind.CONFIRMED, ['confirmed', 'confirmedFor']],
] as const;

/** The history of a board as it is stored, as far as it says where cards stood and what they cost. */
@Injectable()
export class BoardRecords {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whether one reads within a transaction. */
  async unsettled(): Promise<boolean> {
    return this.unitOfWork.read((em) => Promise.resolve(em.isInTransaction()));
  }

  /** The revision that a board has come to. */
  async revision(boardId: string): Promise<number> {
    const row = await this.unitOfWork.read((em) =>
      em.getKysely<RecordTables>().selectFrom('board').select('revision').where('id', '=', boardId).executeTakeFirst(),
    );
    return row?.revision ?? 0;
  }

  /** What was recorded after a revision up to another one; from the beginning after -1. */
  async between(boardId: string, since: number, until: number): Promise<Records> {
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<RecordTables>();
      const changes = await readChanges(kysely, boardId, since, until);
      return { cards: await readCards(kysely, boardId, changes), changes };
    });
  }

  /** What the history says of stages that nobody has noted: removed before stages were. */
  async gone(boardId: string, stageIds: ReadonlySet<string>): Promise<StageThen[]> {
    if (stageIds.size === 0) return [];
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RecordTables>()
        .selectFrom('change')
        .select(['from_text as name', 'old_value'])
        .where('board_id', '=', boardId)
        .where('kind', '=', ChangeKind.MOVED)
        .where('field', '=', 'stage')
        .orderBy('revision')
        .execute(),
    );
    const gone = new Map<string, StageThen>();
    for (const { name, old_value: left } of rows) {
      const { stageId: id, fixedAt } = JSON.parse(left ?? '{}') as Partial<Place>;
      if (id === undefined || !stageIds.has(id)) continue;
      // Where a card was fixed while it stood there, the stage meant that; else work was under way, as far as one knows.
      const category = (fixedAt ?? null) === null ? StageCategory.TREATING : StageCategory.FIXED;
      gone.set(id, { id, name: name ?? '', category, wipLimit: null });
    }
    return [...gone.values()];
  }
}

async function readChanges(
  kysely: Kysely<RecordTables>,
  boardId: string,
  since: number,
  revision: number,
): Promise<RecordedChange[]> {
  const rows = await kysely
    .selectFrom('change')
    .leftJoin('change as undone', 'undone.id', 'change.undoes')
    .select([
      'change.pain_point_id',
      'change.at',
      'change.kind',
      'change.field',
      'change.to_text',
      'change.new_value',
      'undone.old_value as undone_value',
    ])
    .select((eb) =>
      eb.case().when('change.kind', '=', ChangeKind.EDITED).then(eb.ref('change.old_value')).end().as('old_value'),
    )
    .where('change.board_id', '=', boardId)
    .where('change.revision', '>', since)
    .where('change.revision', '<=', revision)
    .where((eb) =>
      eb.or(
        TOLD_BY.map(([kind, fields]) => eb.and([eb('change.kind', '=', kind), eb('change.field', 'in', [...fields])])),
      ),
    )
    .orderBy('change.revision')
    .orderBy('change.id')
    .execute();
  return rows.map((row) => ({
    painPointId: row.pain_point_id,
    at: row.at,
    kind: row.kind,
    field: row.field,
    oldValue: valueOf(row.old_value),
    newValue: row.kind === ChangeKind.CONFIRMED ? saidYes(row.new_value, row.to_text) : valueOf(row.new_value),
    restores: row.kind === ChangeKind.MOVED ? (valueOf(row.undone_value) as Place | null) : null,
  }));
}

/** The cards that were raised by these changes. */
async function readCards(
  kysely: Kysely<RecordTables>,
  boardId: string,
  changes: readonly RecordedChange[],
): Promise<RecordedCard[]> {
  const raised = changes.flatMap(({ kind, painPointId }) => (kind === ChangeKind.RAISED ? [painPointId] : []));
  if (raised.length === 0) return [];
  const cards = kysely
    .selectFrom('pain_point')
    .select([
      'id as painPointId',
      'raised_at as raisedAt',
      'people_affected as peopleAffected',
      'hours_lost_per_person_per_week as hoursLostPerPersonPerWeek',
      'direct_cost_per_week as directCostPerWeek',
      'effort_days as effortDays',
    ])
    .where('board_id', '=', boardId);
  return (raised.length > MOST_NAMED ? cards : cards.where('id', 'in', raised)).execute();
}

/** More cards than this are read with all others of the board. */
const MOST_NAMED = 2_000;

function valueOf(stored: string | null): unknown {
  return stored === null ? null : (JSON.parse(stored) as unknown);
}

/** Whether a sponsor's answer was a yes; older lines of the history say so in words alone. */
function saidYes(stored: string | null, words: string | null): boolean {
  return stored === null ? (words ?? '').startsWith('Fixed') : stored === 'true';
}
