import { type Instant, instantOf } from '@stanch/kernel';
import { bleedPerWeek, StageCategory, type StageThen } from '@stanch/remediation';
import type { BoardHistory, Journey, Said, Stand } from './board-history.js';
import type { StagesOverTime } from './stages-over-time.js';

/** What an hour of work cost from a moment on; the oldest first. */
export type HourlyCostsOverTime = readonly { readonly since: Instant; readonly hourlyCost: number }[];

/** A card as it stood on the board at a moment. */
export interface CardThen {
  readonly painPointId: string;
  readonly stageId: string;
  readonly category: StageCategory;
  /** When it entered the stage. */
  readonly since: Instant;
  readonly raisedAt: Instant;
  readonly fixedAt: Instant | null;
  readonly confirmed: boolean;
  readonly confirmedAt: Instant | null;
  readonly bleedPerWeek: number;
  readonly effortDays: number | null;
}

/** The board as it was seen at a moment. */
export interface BoardThen {
  readonly at: Instant;
  /** From left to right. */
  readonly stages: readonly StageThen[];
  /** What stood on the board, in no order. */
  readonly cards: readonly CardThen[];
  /** Of all that was not fixed. */
  readonly bleedPerWeek: number;
  readonly hourlyCost: number;
}

/** What stood in a stage at a moment. */
export interface StageTotal {
  readonly stage: StageThen;
  readonly count: number;
  readonly confirmed: number;
  readonly bleedPerWeek: number;
}

/** What stood in each stage at a moment: those that the board had, and others that still held cards. */
export interface TotalsThen {
  readonly at: Instant;
  readonly stages: readonly StageTotal[];
  /** Of all that was not fixed. */
  readonly bleedPerWeek: number;
}

/** Floating point leaves crumbs where sums go up and down again. */
const CRUMB = 1e-6;

/** What an hour cost at a moment; before the first that was noted, that. */
export function hourlyCostAt(costs: HourlyCostsOverTime, at: Instant): number {
  return heldAt(costs, at)?.hourlyCost ?? 0;
}

/** Which of them held at a moment; before the first that was noted, that. Undefined: none was ever noted. */
export function heldAt<Cost extends { readonly since: Instant }>(
  costs: readonly Cost[],
  at: Instant,
): Cost | undefined {
  return costs.findLast(({ since }) => since <= at) ?? costs[0];
}

/** The board as it was seen at a moment. */
export function boardAt(
  history: BoardHistory,
  stages: StagesOverTime,
  costs: HourlyCostsOverTime,
  at: Instant,
): BoardThen {
  const moment = Date.parse(at);
  const hourlyCost = hourlyCostAt(costs, at);
  const cards: CardThen[] = [];
  let bleeding = 0;
  for (const journey of history.journeys) {
    const stand = journey.at(moment);
    if (!stand?.onBoard) continue;
    const { stageId, since, fixedAt, confirmedAt } = stand;
    const cost = journey.costAt(moment);
    const rate = bleedPerWeek(cost, hourlyCost);
    const category = stages.categoryOf(stageId, moment);
    if (category !== StageCategory.FIXED) bleeding += rate;
    cards.push({
      painPointId: journey.card.painPointId,
      stageId,
      category,
      since: instantOf(since),
      raisedAt: journey.card.raisedAt,
      fixedAt: fixedAt === null ? null : instantOf(fixedAt),
      confirmed: confirmedAt !== null,
      confirmedAt: confirmedAt === null ? null : instantOf(confirmedAt),
      bleedPerWeek: rate,
      effortDays: cost.effortDays,
    });
  }
  return { at, stages: stages.at(at), cards, bleedPerWeek: bleeding, hourlyCost };
}

/** The trailing weeks that a pace is made of (product.md). */
const PACE_WEEKS = 12;

/**
 * How many were fixed in each of the trailing whole weeks, the oldest first; only weeks in which the board was there all
 * the time. What came back since is not counted, and what was raised or imported as fixed was not fixed here.
 */
export function fixesPerWeek(history: BoardHistory, until: number, week: number): number[] {
  let begin = Infinity;
  const fixes: number[] = [];
  for (const journey of history.journeys) {
    const began = journey.stands[0]?.from ?? Infinity;
    begin = Math.min(begin, began);
    const stand = journey.at(until);
    if (stand?.onBoard && stand.fixedAt !== null && stand.fixedAt > began) fixes.push(stand.fixedAt);
  }
  const weeks = Math.max(0, Math.min(PACE_WEEKS, Math.floor((until - begin) / week)));
  const perWeek = Array.from({ length: weeks }, () => 0);
  for (const fixedAt of fixes) {
    const back = Math.floor((until - fixedAt) / week);
    if (back < weeks) perWeek[weeks - 1 - back] = (perWeek[weeks - 1 - back] as number) + 1;
  }
  return perWeek;
}

/** What stood in a stage at each of several moments, before they are added up: each entry is a change since the last. */
class Sums {
  readonly count: Float64Array;
  readonly confirmed: Float64Array;
  readonly hours: Float64Array;
  readonly direct: Float64Array;

  constructor(moments: number) {
    this.count = new Float64Array(moments + 1);
    this.confirmed = new Float64Array(moments + 1);
    this.hours = new Float64Array(moments + 1);
    this.direct = new Float64Array(moments + 1);
  }

  /** From a moment on so much more stands there; less, where `sign` is -1. */
  add(at: number, sign: 1 | -1, confirmed: number, hours: number, direct: number): void {
    this.count[at] = (this.count[at] as number) + sign;
    this.confirmed[at] = (this.confirmed[at] as number) + sign * confirmed;
    this.hours[at] = (this.hours[at] as number) + sign * hours;
    this.direct[at] = (this.direct[at] as number) + sign * direct;
  }
}

/** What stood in each stage at each of several moments, which come in their order; one pass over the history. */
export function totalsAt(
  history: BoardHistory,
  stages: StagesOverTime,
  costs: HourlyCostsOverTime,
  instants: readonly Instant[],
): TotalsThen[] {
  const moments = instants.map((instant) => Date.parse(instant));
  const sums = new Map<string, Sums>();
  for (const journey of history.journeys) addJourney(journey, moments, sums);
  const running = new Map([...sums.keys()].map((id) => [id, { count: 0, confirmed: 0, hours: 0, direct: 0 }]));
  return instants.map((at, index) => {
    for (const [id, total] of running) {
      const sum = sums.get(id) as Sums;
      total.count += sum.count[index] ?? 0;
      total.confirmed += sum.confirmed[index] ?? 0;
      total.hours += sum.hours[index] ?? 0;
      total.direct += sum.direct[index] ?? 0;
    }
    const hourlyCost = hourlyCostAt(costs, at);
    const here = stages.at(at);
    const ids = new Set(here.map(({ id }) => id));
    const elsewhere = [...running].flatMap(([id, { count }]) => {
      const stage = count === 0 || ids.has(id) ? null : stages.stage(id, moments[index] ?? 0);
      return stage === null ? [] : [stage];
    });
    const totals = [...here, ...elsewhere].map((stage): StageTotal => {
      const { count, confirmed, hours, direct } = running.get(stage.id) ?? {
        count: 0,
        confirmed: 0,
        hours: 0,
        direct: 0,
      };
      return { stage, count, confirmed, bleedPerWeek: withoutCrumbs(hours) * hourlyCost + withoutCrumbs(direct) };
    });
    const open = totals.filter(({ stage }) => stage.category !== StageCategory.FIXED);
    return { at, stages: totals, bleedPerWeek: open.reduce((sum, total) => sum + total.bleedPerWeek, 0) };
  });
}

function addJourney(journey: Journey, moments: readonly number[], sums: Map<string, Sums>): void {
  const { stands, said } = journey;
  for (let index = 0; index < stands.length; index += 1) {
    const { from, stageId, onBoard, confirmedAt } = stands[index] as Stand;
    const until = stands[index + 1]?.from ?? Infinity;
    if (!onBoard || firstFrom(moments, from) === firstFrom(moments, until)) continue;
    let sum = sums.get(stageId);
    if (!sum) sums.set(stageId, (sum = new Sums(moments.length)));
    const confirmed = confirmedAt === null ? 0 : 1;
    for (let at = 0; at < said.length; at += 1) {
      const cost = said[at] as Said;
      const first = firstFrom(moments, Math.max(from, cost.from));
      const end = firstFrom(moments, Math.min(until, said[at + 1]?.from ?? Infinity));
      if (first >= end) continue;
      const hours = cost.peopleAffected * cost.hoursLostPerPersonPerWeek;
      sum.add(first, 1, confirmed, hours, cost.directCostPerWeek);
      sum.add(end, -1, confirmed, hours, cost.directCostPerWeek);
    }
  }
}

/** The place of the first moment that is not before a time. */
function firstFrom(moments: readonly number[], time: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutCrumbs(value: number): number {
  return Math.abs(value) < CRUMB ? 0 : value;
}
