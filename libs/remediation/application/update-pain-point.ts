import { badInput, conflict } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { PainPoint } from '../domain/pain-point.js';
import type { FieldChange, PainPointEdit } from '../domain/pain-point-edit.js';
import { Visibility } from '../domain/visibility.js';
import type { RemediationTables } from '../persistence/tables.js';
import { BoardJournal, type Entry } from './board-journal.js';
import { DescribeValue } from './describe-value.js';
import { PAIN_POINT_EDITED, type PainPointEdited } from './events.js';
import { painPointOf } from './find-or-refuse.js';
import { KnownThings } from './known-things.js';

/** The fields to change, and the version they were seen in. */
export interface UpdatePainPointInput extends PainPointEdit {
  id: string;
  expectedVersion: number;
}

/** What an edit did: the changes that `undo` can take back; none where everything stood so already. */
export interface Edited {
  readonly painPoint: PainPoint;
  readonly changeIds: readonly string[];
}

/** What IT plans is no news to a sponsor until it is a commitment or a move. */
const INTERNAL_FIELDS: readonly string[] = ['effortDays', 'tags'];

/**
 * Edits a pain point. Fields that nobody else touched since the expected version are merged in; where somebody did
 * change the same field to another value, the whole edit is refused with the present state.
 */
@Injectable()
export class UpdatePainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: BoardJournal,
    private readonly describe: DescribeValue,
    private readonly known: KnownThings,
  ) {}

  async run(actor: Actor, input: UpdatePainPointInput): Promise<Edited> {
    const { id, expectedVersion, ...edit } = input;
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, id);
      painPoint.assertNotMerged();
      await this.known.assert(edit, painPoint);
      await this.assertNotStale(transaction, painPoint, expectedVersion, edit);
      return { painPoint, changeIds: await this.apply(transaction, actor.personId, painPoint, edit) };
    });
  }

  /**
   * Applies an edit in the caller's transaction and writes it down; gives the changes that it made. `undoes` names, by
   * field, the changes taken back.
   */
  async apply(
    transaction: Transaction,
    actorId: string,
    painPoint: PainPoint,
    edit: PainPointEdit,
    undoes: ReadonlyMap<string, string> = new Map(),
  ): Promise<string[]> {
    const changes = painPoint.edit(edit);
    if (changes.length === 0) return [];
    const entries = await this.entriesOf(changes, undoes);
    const written = await this.journal.write(transaction, painPoint, actorId, entries);
    const changeIds = written.changes.map((change) => change.id);
    const fields = changes.map(({ field }) => field);
    const data: PainPointEdited = { painPointId: painPoint.id, changeIds, fields };
    await transaction.record({ type: PAIN_POINT_EDITED, data, actorId });
    return changeIds;
  }

  /** The lines of the history for fields that changed, also when they changed with something else. */
  async entriesOf(changes: readonly FieldChange[], undoes: ReadonlyMap<string, string> = new Map()): Promise<Entry[]> {
    return Promise.all(changes.map((change) => this.entryOf(change, undoes.get(change.field))));
  }

  private async entryOf({ field, from, to }: FieldChange, undoes?: string): Promise<Entry> {
    return {
      kind: ChangeKind.EDITED,
      field,
      from: await this.describe.run(field, from),
      to: await this.describe.run(field, to),
      oldValue: from,
      newValue: to,
      visibility: INTERNAL_FIELDS.includes(field) ? Visibility.INTERNAL : Visibility.SHARED,
      undoes,
    };
  }

  private async assertNotStale(
    { em }: Transaction,
    painPoint: PainPoint,
    expectedVersion: number,
    edit: PainPointEdit,
  ): Promise<void> {
    if (expectedVersion > painPoint.version || expectedVersion < 0) {
      throw badInput('expectedVersion', `${painPoint.key} has version ${painPoint.version}. Reload it and edit again.`);
    }
    if (expectedVersion === painPoint.version) return;
    const touched = await em
      .getKysely<RemediationTables>()
      .selectFrom('change')
      .select('field')
      .distinct()
      .where('pain_point_id', '=', painPoint.id)
      .where('kind', '=', ChangeKind.EDITED)
      .where('version', '>', expectedVersion)
      .execute();
    const fields = new Set(touched.map(({ field }) => field));
    const stale = painPoint
      .wouldChange(edit)
      .map(({ field }) => field)
      .filter((field) => fields.has(field));
    if (stale.length === 0) return;
    throw conflict('Somebody else has changed this meanwhile. Choose which version shall stand.', {
      version: painPoint.version,
      fields: stale,
      ...Object.fromEntries(stale.map((field) => [field, painPoint[field]])),
    });
  }
}
