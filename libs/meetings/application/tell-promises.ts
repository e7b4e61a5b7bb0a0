import { dayAfter, dayIn, type Instant, instantAfter } from '@stanch/kernel';
import { People } from '@stanch/people';
import { isChecked, Sponsors, standingAmong } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import type { Stand } from '../domain/board-history.js';
import { promisesTold, type ToldPromise } from '../domain/commitments-told.js';
import { type CommitmentNews, type MeetingCommitments, NewsOutcome } from '../domain/minutes.js';
import type { StagesOverTime } from '../domain/stages-over-time.js';
import { MeetingFacts, type PromiseChange } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import type { MeetingFrame } from './meeting-frame.js';

/** The most promises of one outcome that a meeting lists. */
const MOST_LISTED = 100;

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
    const told = await this.told(frame);
    const ids = told.map(({ commitment }) => commitment.painPointId);
    const cards = await this.describe.run(ids);
    const people = await this.people.byIds(told.map(({ commitment }) => commitment.byId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const news = (outcome: NewsOutcome): CommitmentNews[] =>
      told
        .filter((promise) => promise.outcome === outcome)
        .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
        .slice(0, MOST_LISTED)
        .flatMap(({ commitment, ...promise }) => {
          const card = cards.get(commitment.painPointId);
          const { id: commitmentId, byId, firstDueOn } = commitment;
          return card ? [{ ...promise, commitmentId, card, by: names.get(byId) ?? '', firstDueOn }] : [];
        });
    return {
      kept: news(NewsOutcome.KEPT),
      broken: news(NewsOutcome.BROKEN),
      moved: news(NewsOutcome.MOVED),
      awaited: news(NewsOutcome.AWAITED),
      dueNext: news(NewsOutcome.OPEN),
    };
  }

  /** The promises that were made or moved on a board from one moment on until another and stand, the latest date last. */
  async made(boardId: string, from: Instant, to: Instant): Promise<CommitmentNews[]> {
    const since = instantAfter(from, -1);
    const changes = (await this.facts.promiseChanges(boardId, since, to)).filter(({ made }) => made);
    const ids = [...new Set(changes.map(({ painPointId }) => painPointId))];
    if (ids.length === 0) return [];
    const noted = new Set(changes.map(({ commitmentId }) => commitmentId));
    const [cards, commitments] = [await this.describe.run(ids), await this.sponsors.commitments(ids)];
    const standing = ids.flatMap((id) => {
      const all = commitments.get(id) ?? [];
      const last = standingAmong(all);
      return last && noted.has(last.id) ? [{ last, moves: all.indexOf(last) }] : [];
    });
    const people = await this.people.byIds(standing.map(({ last }) => last.byId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return standing
      .toSorted((one, other) => (one.last.dueOn < other.last.dueOn ? -1 : 1))
      .flatMap(({ last: { id: commitmentId, painPointId, byId, dueOn, firstDueOn, reason }, moves }) => {
        const card = cards.get(painPointId);
        const told = { commitmentId, by: names.get(byId) ?? '', dueOn, firstDueOn, newDueOn: null, moves, reason };
        return card ? [{ ...told, card, outcome: NewsOutcome.OPEN }] : [];
      });
  }

  /** What there is to tell, before anybody is named. */
  async told(frame: MeetingFrame): Promise<ToldPromise[]> {
    const { boardId, from, to, today, timeZone, nextOn } = frame;
    const changes = await this.facts.promiseChanges(boardId, from, to);
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
