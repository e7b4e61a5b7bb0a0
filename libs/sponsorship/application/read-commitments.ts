import { Clock, dayAfter, dayIn, type Day, mondayOf } from '@stanch/kernel';
import { BusinessUnits, WorkspaceSettings } from '@stanch/people';
import { Services } from '@stanch/discovery';
import { ReadBoard, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { isChecked } from '../domain/confirmation.js';
import { CommitmentState } from '../domain/commitment.js';
import { fellDue, type GivenPromise, type KeptRate, keptRate, Outcome, trailingFrom } from '../domain/kept-rate.js';
import { ReadGivenPromises } from './read-given-promises.js';

/** The kept-rate of a business unit or a service; of no person, ever. */
export interface GroupRate extends KeptRate {
  readonly name: string;
}

/** The promises of a week: kept of those that fell due. */
export interface KeptWeek extends KeptRate {
  readonly monday: Day;
}

/** How often promises are kept, over the trailing weeks and in this one. */
export interface ProgrammeRates {
  readonly today: Day;
  readonly from: Day;
  readonly rate: KeptRate;
  readonly thisWeek: KeptRate;
}

/** All promises of the programme, as of today. */
export interface CommitmentsOverview extends ProgrammeRates {
  /** Promised for the rest of this week, and what fell due in it in time. */
  readonly dueThisWeek: readonly GivenPromise[];
  readonly later: readonly GivenPromise[];
  readonly overdue: readonly GivenPromise[];
  readonly moved: readonly GivenPromise[];
  readonly kept: readonly GivenPromise[];
  readonly missed: readonly GivenPromise[];
  readonly byBusinessUnit: readonly GroupRate[];
  readonly byService: readonly GroupRate[];
}

/** The promises that matter over the trailing weeks, as of today. */
interface GivenPromises {
  readonly today: Day;
  readonly from: Day;
  /** What a meeting of today left to be decided counts from tomorrow, and is shown already. */
  readonly until: Day;
  readonly promises: readonly GivenPromise[];
}

/** What is promised, and how it went over the trailing weeks. */
@Injectable()
export class ReadCommitments {
  constructor(
    private readonly given: ReadGivenPromises,
    private readonly painPoints: ReadPainPoints,
    private readonly board: ReadBoard,
    private readonly units: BusinessUnits,
    private readonly services: Services,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** The rates of the programme alone, without the promises behind them. */
  async rates(): Promise<ProgrammeRates> {
    return ratesOf(await this.promises());
  }

  /** Kept / fallen due, week by week from a Monday on until a day. */
  async weeks(from: Day, until: Day): Promise<KeptWeek[]> {
    const { today } = await this.promises();
    const to = until < today ? until : today;
    const { promises } = await this.given.since(from, to);
    const weeks: KeptWeek[] = [];
    for (let monday = mondayOf(from); monday <= to; monday = dayAfter(monday, 7)) {
      const sunday = dayAfter(monday, 6);
      weeks.push({ monday, ...keptRate(promises, monday, sunday < to ? sunday : to) });
    }
    return weeks;
  }

  /** Of these pain points alone, where it is said of which. */
  async run(of: ReadonlySet<string> | null = null): Promise<CommitmentsOverview> {
    const all = await this.promises();
    const given = of ? { ...all, promises: all.promises.filter(({ painPointId }) => of.has(painPointId)) } : all;
    const { today, from, until } = given;
    const sunday = dayAfter(mondayOf(today), 6);
    const cards = await this.cardsOf(given.promises);
    const promises = given.promises.map((promise) => withReason(promise, cards.get(promise.painPointId)));
    const atWork = await this.atWork([...cards.values()]);
    const open = promises
      .filter(({ standing, painPointId }) => standing.stateOn(today) === CommitmentState.OPEN && cards.has(painPointId))
      .toSorted(byDate);
    const due = promises
      .filter((promise) => fellDue(promise, from, until))
      .toSorted(byDate)
      .toReversed();
    return {
      ...ratesOf(given),
      dueThisWeek: open.filter(({ standing }) => standing.dueOn <= sunday),
      later: open.filter(({ standing }) => standing.dueOn > sunday),
      overdue: promises
        .filter(
          ({ standing, painPointId }) => standing.stateOn(today) === CommitmentState.BROKEN && atWork.has(painPointId),
        )
        .toSorted(byDate),
      moved: promises
        .filter(({ moves, firstDueOn }) => moves.length > 0 && firstDueOn >= from)
        .toSorted(byDate)
        .toReversed(),
      kept: due.filter(({ outcome }) => outcome === Outcome.KEPT),
      missed: due.filter(({ outcome }) => outcome === Outcome.MISSED),
      ...(await this.groups(due, cards, from, until)),
    };
  }

  private async promises(): Promise<GivenPromises> {
    const today = dayIn(this.clock.now(), (await this.settings.current()).timeZone);
    const from = trailingFrom(today);
    const { closed, promises } = await this.given.since(from, today);
    const until = closed.through === today ? dayAfter(today, 1) : today;
    return { today, from, until, promises };
  }

  private async cardsOf(promises: readonly GivenPromise[]): Promise<Map<string, ReadPainPoint>> {
    const ids = [...new Set(promises.map(({ painPointId }) => painPointId))];
    return new Map((await this.painPoints.byIds(ids)).map((card) => [card.id, card]));
  }

  /** The cards on the board that nobody has said is done. */
  private async atWork(cards: readonly ReadPainPoint[]): Promise<ReadonlySet<string>> {
    const stages = await this.board.stagesById([...new Set(cards.map(({ stageId }) => stageId))]);
    const done = new Set(stages.filter(({ category }) => isChecked(category)).map(({ id }) => id));
    return new Set(
      cards.filter(({ stageId, closedAt }) => closedAt === null && !done.has(stageId)).map(({ id }) => id),
    );
  }

  private async groups(due: readonly GivenPromise[], cards: ReadonlyMap<string, ReadPainPoint>, from: Day, to: Day) {
    const rates = (idOf: (card: ReadPainPoint) => string | null, names: ReadonlyMap<string, string>): GroupRate[] => {
      const groups = Map.groupBy(due, ({ painPointId }) =>
        names.get(idOf(cards.get(painPointId) as ReadPainPoint) ?? ''),
      );
      return [...groups]
        .flatMap(([name, promises]) => (name === undefined ? [] : [{ name, ...keptRate(promises, from, to) }]))
        .toSorted((one, other) => one.name.localeCompare(other.name));
    };
    const named = (all: readonly { id: string; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]));
    return {
      byBusinessUnit: rates(({ businessUnitId }) => businessUnitId, named(await this.units.all())),
      byService: rates(({ serviceId }) => serviceId, named(await this.services.all())),
    };
  }
}

function ratesOf({ today, from, until, promises }: GivenPromises): ProgrammeRates {
  const [rate, thisWeek] = [keptRate(promises, from, until), keptRate(promises, mondayOf(today), until)];
  return { today, from, rate, thisWeek };
}

/** What left the board before its date was said to why when it left: its sponsors have read that. */
function withReason(promise: GivenPromise, card: ReadPainPoint | undefined): GivenPromise {
  return promise.reason === null && card?.closedReason ? { ...promise, reason: card.closedReason } : promise;
}

function byDate(one: GivenPromise, other: GivenPromise): number {
  return one.standing.dueOn < other.standing.dueOn ? -1 : one.standing.dueOn > other.standing.dueOn ? 1 : 0;
}
