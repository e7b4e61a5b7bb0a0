import type { Instant } from '@stanch/kernel';
import { ChangeKind, type CostEstimate, type Place, StageCategory } from '@stanch/remediation';
import type { StagesOverTime } from './stages-over-time.js';

/** A card as it is stored now, as far as its history cannot say it by itself. */
export interface RecordedCard extends CostEstimate {
  readonly painPointId: string;
  readonly raisedAt: Instant;
  readonly effortDays: number | null;
}

/** A line of the history, as far as it says where a card stood or what it cost. */
export interface RecordedChange {
  readonly painPointId: string;
  readonly at: Instant;
  readonly kind: string;
  readonly field: string;
  /** Of an edit: what it was before. */
  readonly oldValue: unknown;
  readonly newValue: unknown;
  /** Of a move that takes another back: where the card stood before that one. */
  readonly restores: Place | null;
}

/** Where a card stood from a moment on. All times in milliseconds since 1970. */
export interface Stand {
  readonly from: number;
  readonly stageId: string;
  /** When it entered the stage; a move that was taken back leaves no trace on it. */
  readonly since: number;
  /** Neither parked, declined nor merged. */
  readonly onBoard: boolean;
  /** It lives on in another card. */
  readonly merged: boolean;
  readonly fixedAt: number | null;
  /** When a sponsor said so last; null while nobody has, or since it bleeds again. */
  readonly confirmedAt: number | null;
  /** The move that led here was taken back. */
  readonly takenBack: boolean;
}

/** What a card was said to cost from a moment on. */
export interface Said {
  readonly from: number;
  peopleAffected: number;
  hoursLostPerPersonPerWeek: number;
  directCostPerWeek: number;
  effortDays: number | null;
}

const ESTIMATED = ['peopleAffected', 'hoursLostPerPersonPerWeek', 'directCostPerWeek', 'effortDays'] as const;
type Estimated = (typeof ESTIMATED)[number];

/** The fields of a card whose edits the replay wants to see. */
export const ESTIMATED_FIELDS: readonly string[] = ESTIMATED;

/** Where work is under way: nobody noted since when it is, for a card that was imported there. */
const UNDER_WAY: readonly StageCategory[] = [StageCategory.PLANNED, StageCategory.TREATING, StageCategory.CHECKING];

/** What one card went through. */
export class Journey {
  readonly stands: Stand[] = [];
  readonly said: Said[];
  private readonly edited = new Set<Estimated>();
  private confirmedLast: number | null = null;

  constructor(readonly card: RecordedCard) {
    const { peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek, effortDays } = card;
    this.said = [{ from: -Infinity, peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek, effortDays }];
  }

  /** Goes on by one line of the history. */
  take(change: RecordedChange, stages: StagesOverTime): void {
    const { kind, field, newValue } = change;
    const at = Math.max(Date.parse(change.at), this.stands.at(-1)?.from ?? -Infinity);
    if (kind === ChangeKind.RAISED) this.raise(newValue as string, at, stages);
    else if (kind === ChangeKind.EDITED) this.estimate(field as Estimated, change, at);
    else if (kind === ChangeKind.MOVED) this.move(change, at, stages);
    else if (kind === ChangeKind.CONFIRMED) this.hear(newValue === true, at);
    else if (kind === ChangeKind.REOPENED) this.stand(at, { onBoard: true });
    else if (kind === ChangeKind.CLOSED) this.stand(at, { onBoard: false });
    else if (field === 'mergedInto') this.stand(at, { onBoard: false, merged: true });
  }

  /** Where it stood at a moment; null before it was raised. */
  at(at: number): Stand | null {
    return this.stands.findLast(({ from }) => from <= at) ?? null;
  }

  /** What it was said to cost at a moment. */
  costAt(at: number): CostEstimate & { readonly effortDays: number | null } {
    return this.said.findLast(({ from }) => from <= at) as Said;
  }

  private raise(stageId: string, at: number, stages: StagesOverTime): void {
    const raised = Date.parse(this.card.raisedAt);
    const category = stages.categoryOf(stageId, at);
    this.stands.push({
      from: at,
      stageId,
      since: UNDER_WAY.includes(category) ? at : raised,
      onBoard: true,
      merged: false,
      fixedAt: category === StageCategory.FIXED ? raised : null,
      confirmedAt: null,
      takenBack: false,
    });
  }

  private move({ newValue, restores }: RecordedChange, at: number, stages: StagesOverTime): void {
    const { stageId } = newValue as { stageId: string };
    if (restores !== null) {
      const left = this.stands.pop();
      if (left) this.stands.push({ ...left, takenBack: true });
      this.stand(at, {
        stageId,
        since: Date.parse(restores.enteredStageAt),
        fixedAt: restores.fixedAt === null ? null : Date.parse(restores.fixedAt),
        confirmedAt: restores.confirmed ? this.confirmedLast : null,
      });
      return;
    }
    const last = this.stands.at(-1);
    const fixed = stages.categoryOf(stageId, at) === StageCategory.FIXED;
    this.stand(at, {
      stageId,
      since: at,
      fixedAt: fixed ? (last?.fixedAt ?? at) : null,
      confirmedAt: fixed ? (last?.confirmedAt ?? null) : null,
    });
  }

  /** A yes counts from now on; a no is followed by the move that it causes. */
  private hear(yes: boolean, at: number): void {
    if (!yes) return;
    this.confirmedLast = at;
    this.stand(at, { confirmedAt: at });
  }

  private stand(from: number, news: Partial<Stand>): void {
    const last = this.stands.at(-1);
    if (!last) return;
    if (last.from === from && !last.takenBack) this.stands.pop();
    const { stageId = last.stageId, since = last.since, onBoard = last.onBoard, merged = false } = news;
    const { fixedAt = last.fixedAt, confirmedAt = last.confirmedAt } = news;
    this.stands.push({ from, stageId, since, onBoard, merged, fixedAt, confirmedAt, takenBack: false });
  }

  /** The first edit of a field says what it was before, all the way back. */
  private estimate(field: Estimated, { oldValue, newValue }: RecordedChange, at: number): void {
    if (!this.edited.has(field)) {
      this.edited.add(field);
      for (const said of this.said) said[field] = oldValue as number;
    }
    const last = this.said.at(-1) as Said;
    const { peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek, effortDays } = last;
    const said =
      last.from === at ? last : { from: at, peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek, effortDays };
    said[field] = newValue as number;
    if (said !== last) this.said.push(said);
  }
}

/**
 * The whole history of a board, replayed card by card: what stood where at any moment that has passed. It only ever goes
 * on, since no line of the history is altered or removed.
 */
export class BoardHistory {
  private readonly byId = new Map<string, Journey>();

  get journeys(): Iterable<Journey> {
    return this.byId.values();
  }

  has(painPointId: string): boolean {
    return this.byId.has(painPointId);
  }

  /** What a card went through; null for one that is not known. */
  of(painPointId: string): Journey | null {
    return this.byId.get(painPointId) ?? null;
  }

  /** The history of these cards alone, as far as it goes by now. */
  only(painPointIds: ReadonlySet<string>): BoardHistory {
    const part = new BoardHistory();
    for (const [id, journey] of this.byId) if (painPointIds.has(id)) part.byId.set(id, journey);
    return part;
  }

  /** Goes on by what was recorded since; `changes` in the order in which they happened. */
  goOn(cards: readonly RecordedCard[], changes: readonly RecordedChange[], stages: StagesOverTime): void {
    for (const card of cards) if (!this.has(card.painPointId)) this.byId.set(card.painPointId, new Journey(card));
    for (const change of changes) this.byId.get(change.painPointId)?.take(change, stages);
  }
}
