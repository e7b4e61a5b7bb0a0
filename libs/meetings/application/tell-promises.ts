import { dayAfter, dayIn, type Instant, instantAfter } from '@stanch/kernel';
import { People } from '@stanch/people';
import { isChecked, Sponsors, standingAmong } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import type { Stand } from '../domain/board-history.js';
import { fellDue, movesBefore, promisesTold, type ToldPromise } from '../domain/commitments-told.js';
import { type CommitmentNews, type MeetingCommitments, NewsOutcome } from '../domain/minutes.js';
import type { StagesOverTime } from '../domain/stages-over-time.js';
import { MeetingFacts, type PromiseChange } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import type { MeetingFrame } from './meeting-frame.js';

/** More promises of one outcome than any meeting goes through; what stands behind a figure is counted out of these. */
const MOST_LISTED = 1_000;

/** Tells what became of the promises since the last meeting, and which fall due by the next. */
@Injectable()
export class TellPromises {
  constructor(
    private readonly facts: MeetingFacts,
    private readonly sponsors: Sponsors,
    private readonly people: People,
    private readonly describe: DescribeCards,
  ) {}

  async run(frame: MeetingFrame): Promise<MeetingCommitments> {
    const byOutcome = Map.groupBy(await this.told(frame), ({ outcome }) => outcome);
    const all = await this.news([...byOutcome.values()].flatMap((told) => told.toSorted(byDate).slice(0, MOST_LISTED)));
    const of = (outcome: NewsOutcome) => all.filter((news) => news.outcome === outcome);
    const settled = { kept: of(NewsOutcome.KEPT), broken: of(NewsOutcome.BROKEN), moved: of(NewsOutcome.MOVED) };
    return {
      ...settled,
      fellDue: fellDue(settled, frame.today),
      awaited: of(NewsOutcome.AWAITED),
      dueNext: of(NewsOutcome.OPEN),
    };
  }

  /** The promises that were made or moved on a board from one moment on until another and stand, the latest date last. */
  async made(boardId: string, from: Instant, to: Instant): Promise<CommitmentNews[]> {
    const changes = (await this.changes(boardId, instantAfter(from, -1), to)).filter(({ made }) => made);
    const ids = [...new Set(changes.map(({ painPointId }) => painPointId))];
    if (ids.length === 0) return [];
    const noted = new Set(changes.map(({ commitmentId }) => commitmentId));
    const commitments = await this.sponsors.commitments(ids);
    const standing = ids.flatMap((id): ToldPromise[] => {
      const all = commitments.get(id) ?? [];
      const last = standingAmong(all);
      if (!last || !noted.has(last.id)) return [];
      const { dueOn, reason } = last;
      const told = { commitment: last, dueOn, newDueOn: null, reason, outcome: NewsOutcome.OPEN, missedBefore: false };
      return [{ ...told, moves: movesBefore(last, all) }];
    });
    return this.news(standing.toSorted(byDate));
  }

  /** Each with its card and with the name behind it. */
  private async news(told: readonly ToldPromise[]): Promise<CommitmentNews[]> {
    if (told.length === 0) return [];
    const cards = await this.describe.run(told.map(({ commitment }) => commitment.painPointId));
    const people = await this.people.byIds(told.map(({ commitment }) => commitment.byId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return told.flatMap(({ commitment: { id, painPointId, byId, firstDueOn }, ...promise }) => {
      const card = cards.get(painPointId);
      return card ? [{ ...promise, commitmentId: id, card, by: names.get(byId) ?? '', firstDueOn }] : [];
    });
  }

  /** What there is to tell, before anybody is named. */
  async told(frame: MeetingFrame): Promise<ToldPromise[]> {
    const { boardId, from, to, today, timeZone, nextOn } = frame;
    const changes = await this.changes(boardId, from, to);
    const yeses = await this.facts.yeses(boardId, from);
    const { history, stages } = await frame.past();
    const open = await this.sponsors.commitmentsSince(dayAfter(dayIn(from, timeZone), -1));
    const cards = await frame.cards();
    const concerned = new Set([
      ...changes.map(({ painPointId }) => painPointId),
      ...yeses.keys(),
      ...open.map(({ painPointId }) => painPointId),
    ]);
    const ids = [...concerned].filter((id) => cards.has(id));
    if (ids.length === 0) return [];
    const byCard = Map.groupBy(changes, ({ painPointId }) => painPointId);
    const start = Date.parse(from);
    const time = { from, to, today, timeZone, nextOn };
    const commitments = await this.sponsors.commitments(ids);
    return ids.flatMap((id) => {
      const facts = {
        ...noted(byCard.get(id) ?? []),
        commitments: commitments.get(id) ?? [],
        checkedBefore: wasChecked(history.of(id)?.at(start), stages, start),
        yeses: yeses.get(id) ?? [],
      };
      const promises = promisesTold(facts, time);
      const gone = cards.get(id)?.onBoard === false;
      return gone ? promises.filter(({ outcome }) => !AHEAD.includes(outcome)) : promises;
    });
  }

  /** What was written down of promises, each with the card whose promise it is now: a merge gives it to another one. */
  private async changes(boardId: string, from: Instant, to: Instant): Promise<PromiseChange[]> {
    const changes = await this.facts.promiseChanges(boardId, from, to);
    if (changes.length === 0) return [];
    const homes = await this.sponsors.homes([...new Set(changes.map(({ commitmentId }) => commitmentId))]);
    return changes.map((change) => ({ ...change, painPointId: homes.get(change.commitmentId) ?? change.painPointId }));
  }
}

function byDate(one: ToldPromise, other: ToldPromise): number {
  return one.dueOn < other.dueOn ? -1 : 1;
}

/** What has left the board is promised no more. */
const AHEAD: readonly NewsOutcome[] = [NewsOutcome.AWAITED, NewsOutcome.OPEN];

function noted(changes: readonly PromiseChange[]) {
  return {
    moves: changes.flatMap(({ broken, fromDueOn, commitmentId }) =>
      broken || fromDueOn === null ? [] : [{ commitmentId, fromDueOn }],
    ),
    brokenNow: new Set(changes.filter(({ broken }) => broken).map(({ commitmentId }) => commitmentId)),
  };
}

function wasChecked(stand: Stand | null | undefined, stages: StagesOverTime, at: number): boolean {
  return stand ? isChecked(stages.categoryOf(stand.stageId, at)) : false;
}
