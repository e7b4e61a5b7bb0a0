import { Clock, dayAfter, dayIn, type Day, mondayOf } from '@stanch/kernel';
import { BusinessUnits, WorkspaceSettings } from '@stanch/people';
import { Services } from '@stanch/discovery';
import { ReadBoard, type ReadPainPoint, ReadPainPoints, StageCategory } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { CommitmentState } from '../domain/commitment.js';
import {
  fellDue,
  type GivenPromise,
  type KeptRate,
  keptRate,
  Outcome,
  promisesOf,
  trailingFrom,
} from '../domain/kept-rate.js';
import { Sponsors } from '../persistence/sponsors.js';

/** The kept-rate of a business unit or a service; of no person, ever. */
export interface GroupRate extends KeptRate {
  readonly name: string;
}

/** All promises of the programme, as of today. */
export interface CommitmentsOverview {
  readonly today: Day;
  readonly from: Day;
  /** Promised for the rest of this week, and what fell due in it in time. */
  readonly dueThisWeek: readonly GivenPromise[];
  readonly later: readonly GivenPromise[];
  readonly overdue: readonly GivenPromise[];
  readonly moved: readonly GivenPromise[];
  readonly kept: readonly GivenPromise[];
  readonly missed: readonly GivenPromise[];
  readonly rate: KeptRate;
  readonly thisWeek: KeptRate;
  readonly byBusinessUnit: readonly GroupRate[];
  readonly byService: readonly GroupRate[];
}

/** What is promised, and how it went over the trailing weeks. */
@Injectable()
export class ReadCommitments {
  constructor(
    private readonly sponsors: Sponsors,
    private readonly painPoints: ReadPainPoints,
    private readonly board: ReadBoard,
    private readonly units: BusinessUnits,
    private readonly services: Services,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<CommitmentsOverview> {
    const today = dayIn(this.clock.now(), (await this.settings.current()).timeZone);
    const from = trailingFrom(today);
    const sunday = dayAfter(mondayOf(today), 6);
    const promises = promisesOf(await this.sponsors.commitmentsSince(from), today);
    const cards = await this.cardsOf(promises);
    const atWork = await this.atWork([...cards.values()]);
    const open = promises
      .filter(({ standing, painPointId }) => standing.stateOn(today) === CommitmentState.OPEN && cards.has(painPointId))
      .toSorted(byDate);
    const due = promises
      .filter((promise) => fellDue(promise, from, today))
      .toSorted(byDate)
      .toReversed();
    return {
      today,
      from,
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
      rate: keptRate(promises, from, today),
      thisWeek: keptRate(promises, mondayOf(today), today),
      ...(await this.groups(due, cards, from, today)),
    };
  }

  private async cardsOf(promises: readonly GivenPromise[]): Promise<Map<string, ReadPainPoint>> {
    const ids = [...new Set(promises.map(({ painPointId }) => painPointId))];
    return new Map((await this.painPoints.byIds(ids)).map((card) => [card.id, card]));
  }

  /** The cards on the board that nobody has said is done. */
  private async atWork(cards: readonly ReadPainPoint[]): Promise<ReadonlySet<string>> {
    const stages = await this.board.stagesById([...new Set(cards.map(({ stageId }) => stageId))]);
    const done = new Set(stages.filter(({ category }) => isDone(category)).map(({ id }) => id));
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

function byDate(one: GivenPromise, other: GivenPromise): number {
  return one.standing.dueOn < other.standing.dueOn ? -1 : one.standing.dueOn > other.standing.dueOn ? 1 : 0;
}

function isDone(category: StageCategory): boolean {
  return category === StageCategory.CHECKING || category === StageCategory.FIXED;
}
