import { setImmediate } from 'node:timers/promises';
import { Clock, type Day, dayIn, type Instant, Ids, startOfDay } from '@stanch/kernel';
import { type Actor, WorkspaceSettings } from '@stanch/people';
import { Interview, Quote, Rating, RecordManyInterviews } from '@stanch/discovery';
import {
  AddComment,
  boardOf,
  type ManyRaised,
  type ManyRaising,
  RaiseMany,
  StoredLinks,
  Visibility,
} from '@stanch/remediation';
import { JoinPainPoint, LinkManySponsors } from '@stanch/sponsorship';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { ImportRun } from '../domain/import-run.js';
import type { ReadyRow } from '../domain/reckoning.js';
import { isReference } from '../domain/repeats.js';
import type { WhoIsWho } from '../domain/who-is-who.js';
import { ImportFiles } from '../persistence/import-files.js';
import { ImportedRows } from '../persistence/imported-rows.js';
import { PAIN_POINTS_IMPORTED, type PainPointsImported } from './events.js';
import { NameKeeper, type Names } from './name-keeper.js';
import type { Progress } from './running-imports.js';

/** Rows dealt with in one go; between two goes others are answered. */
const PACK = 400;

/** How many rows became what. */
export interface BroughtIn {
  newCount: number;
  mergedCount: number;
  alreadyThereCount: number;
}

/** What one import remembers from pack to pack. */
interface Bringing {
  readonly transaction: Transaction;
  readonly actor: Actor;
  readonly run: ImportRun;
  readonly names: Names;
  readonly raising: ManyRaising;
  readonly now: Instant;
  readonly timeZone: string;
  /** One interview for all that a person said on a day. */
  readonly interviews: Map<string, string>;
  readonly painPointOfRow: Map<number, string>;
  readonly painPointsOf: Map<string, Set<string>>;
  readonly count: BroughtIn;
}

/** A row with the ids of what it names and the quote that keeps its words. */
interface SaidRow {
  readonly row: ReadyRow;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly quoteId: string;
}

/** Puts the staged rows of an import into the programme, in the caller's transaction. */
@Injectable()
export class BringIn {
  constructor(
    private readonly files: ImportFiles,
    private readonly imported: ImportedRows,
    private readonly nameKeeper: NameKeeper,
    private readonly interviews: RecordManyInterviews,
    private readonly raiseMany: RaiseMany,
    private readonly linkSponsors: LinkManySponsors,
    private readonly join: JoinPainPoint,
    private readonly links: StoredLinks,
    private readonly addComment: AddComment,
    private readonly settings: WorkspaceSettings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(
    transaction: Transaction,
    actor: Actor,
    run: ImportRun,
    whoIsWho: WhoIsWho,
    progress: Progress,
  ): Promise<BroughtIn> {
    const board = await boardOf(transaction, null);
    const bringing: Bringing = {
      transaction,
      actor,
      run,
      names: await this.nameKeeper.open(transaction, actor, whoIsWho),
      raising: await this.raiseMany.begin(transaction, actor, board.id),
      now: this.clock.now(),
      timeZone: (await this.settings.current()).timeZone,
      interviews: new Map(),
      painPointOfRow: new Map(),
      painPointsOf: new Map(),
      count: { newCount: 0, mergedCount: 0, alreadyThereCount: 0 },
    };
    let done = 0;
    for await (const pack of this.files.staged<ReadyRow>(run.id, PACK)) {
      await this.bringPack(bringing, pack);
      progress.reached((done += pack.length));
      await setImmediate();
    }
    await bringing.raising.end();
    const counts = [...bringing.painPointsOf].map(([personId, painPointIds]) => ({
      personId,
      painPointIds: [...painPointIds],
    }));
    const data: PainPointsImported = { importId: run.id, counts };
    if (counts.length > 0) await transaction.record({ type: PAIN_POINTS_IMPORTED, data, actorId: actor.personId });
    return bringing.count;
  }

  private async bringPack(bringing: Bringing, pack: readonly ReadyRow[]): Promise<void> {
    const known = await this.imported.painPointIdsOf(pack.map(({ fingerprint }) => fingerprint));
    for (const { row, fingerprint } of pack) {
      const painPointId = known.get(fingerprint);
      if (painPointId !== undefined) bringing.painPointOfRow.set(row, painPointId);
    }
    const fresh = await this.recordWords(
      bringing,
      pack.filter(({ fingerprint }) => !known.has(fingerprint)),
    );
    await this.raise(
      bringing,
      fresh.filter(({ row }) => row.joinsRow === null),
    );
    for (const said of fresh) if (said.row.joinsRow !== null) await this.merge(bringing, said, said.row.joinsRow);
    const marks = fresh.map(({ row: { row, fingerprint } }) => ({
      fingerprint,
      painPointId: bringing.painPointOfRow.get(row) as string,
    }));
    await this.imported.add(bringing.transaction, bringing.run.id, marks);
    bringing.count.alreadyThereCount += known.size;
  }

  /** Keeps what was said word for word, as quotes of the talk in which it was said, with how well the service does. */
  private async recordWords(bringing: Bringing, rows: readonly ReadyRow[]): Promise<SaidRow[]> {
    const { names } = bringing;
    const personIds = await names.personIds(rows.map(({ person }) => person));
    const interviews: Interview[] = [];
    const quotes: Quote[] = [];
    const ratings: Rating[] = [];
    const said: SaidRow[] = [];
    for (const [at, row] of rows.entries()) {
      const personId = personIds[at] ?? null;
      const unitId = await names.unitId(row.unit);
      const serviceId = await names.serviceId(row.service);
      const interviewId = this.interviewOf(bringing, personId, row.date, interviews);
      const quoteId = this.ids.next();
      quotes.push(new Quote({ id: quoteId, interviewId, text: row.words, personId, serviceId }));
      if (row.rating !== null && serviceId !== null) {
        ratings.push(new Rating({ id: this.ids.next(), interviewId, serviceId, personId, score: row.rating }));
      }
      said.push({ row, personId, unitId, serviceId, quoteId });
    }
    await this.interviews.run({ interviews, quotes, ratings });
    return said;
  }

  private interviewOf(bringing: Bringing, personId: string | null, date: Day | null, add: Interview[]): string {
    const heldOn = date ?? dayIn(bringing.now, bringing.timeZone);
    const key = `${personId}|${heldOn}`;
    let id = bringing.interviews.get(key);
    if (id === undefined) {
      id = this.ids.next();
      bringing.interviews.set(key, id);
      add.push(new Interview({ id, heldOn, notes: `From ${bringing.run.fileName}` }));
    }
    return id;
  }

  private async raise(bringing: Bringing, said: readonly SaidRow[]): Promise<void> {
    if (said.length === 0) return;
    const { actor } = bringing;
    const raised = await bringing.raising.raise(said.map((one) => this.raisedOf(bringing, one)));
    for (const [at, { id, raiserId }] of raised.entries()) {
      bringing.painPointOfRow.set(said[at]?.row.row as number, id);
      this.credit(bringing, raiserId, id);
    }
    const links = raised.map(({ id, raiserId }) => ({ painPointId: id, personId: raiserId }));
    await this.linkSponsors.run(actor, links);
    bringing.count.newCount += raised.length;
  }

  private raisedOf({ actor, run, now, timeZone }: Bringing, { row, ...named }: SaidRow): ManyRaised {
    return {
      // What nobody is named for is raised by whoever brings it in.
      raiserId: named.personId ?? actor.personId,
      raisedAt: row.date === null ? now : startOfDay(row.date, timeZone),
      stageId: row.stage.id,
      quoteIds: [named.quoteId],
      note: noteOf(row),
      origin: `${run.fileName}, row ${row.row}`,
      details: {
        title: row.title,
        description: row.words,
        businessUnitId: named.unitId,
        serviceId: named.serviceId,
        tags: [...row.tags],
        peopleAffected: row.peopleAffected ?? 0,
        hoursLostPerPersonPerWeek: row.hoursLostPerPersonPerWeek ?? 0,
        directCostPerWeek: row.directCostPerWeek ?? 0,
        effortDays: row.effortDays,
      },
    };
  }

  /** A repeat joins the earlier row: whoever said it stands behind that one too, and the words are kept there. */
  private async merge(bringing: Bringing, { row, personId, quoteId }: SaidRow, joinsRow: number): Promise<void> {
    const painPointId = bringing.painPointOfRow.get(joinsRow);
    if (painPointId === undefined) throw new Error(`Row ${row.row} joins row ${joinsRow}, which did not come in.`);
    bringing.painPointOfRow.set(row.row, painPointId);
    await this.links.linkQuotes(bringing.transaction, painPointId, [quoteId]);
    if (personId !== null) {
      await this.join.comeWithMerge(bringing.actor, painPointId, personId);
      this.credit(bringing, personId, painPointId);
    }
    const text = noteOf(row);
    if (text !== '') {
      await this.addComment.run(bringing.actor, { painPointId, text, visibility: Visibility.INTERNAL });
    }
    bringing.count.mergedCount += 1;
  }

  private credit({ painPointsOf }: Bringing, personId: string, painPointId: string): void {
    const theirs = painPointsOf.get(personId);
    if (theirs) theirs.add(painPointId);
    else painPointsOf.set(personId, new Set([painPointId]));
  }
}

/** An idea is IT's to judge, not yet a task; "see 1" is none. */
function noteOf({ idea }: ReadyRow): string {
  return idea === '' || isReference(idea) ? '' : `Idea: ${idea}`;
}
