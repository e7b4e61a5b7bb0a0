import type { Instant } from '@stanch/kernel';
import { bleedPerWeek, CloseReason, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import type { Journey } from '../domain/board-history.js';
import {
  type CardMove,
  type CountedCards,
  type CountedReestimates,
  type LeftCard,
  Leaving,
  type MeetingCard,
  type SinceLastLive,
} from '../domain/minutes.js';
import { hourlyCostAt } from '../domain/flow.js';
import { bleedEffects, type Valued, type Way } from '../domain/since-last.js';
import { MeetingFacts } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import { once } from './frame-meeting.js';
import type { MeetingFrame } from './meeting-frame.js';
import type { Past } from './read-flow.js';

/** Behind a figure so many cards are listed; what a meeting goes through is far less. */
const MOST_LISTED = 100;

/** Less than a cent is none: an amount and the same amount again may differ by what computers lose. */
const LEAST_SEEN = 0.01;

type Cards = Omit<SinceLastLive, 'kept' | 'broken' | 'postponed'>;

/** Reads what became of the cards since the last meeting; of the promises another part tells. */
@Injectable()
export class ReadSinceLast {
  constructor(
    private readonly facts: MeetingFacts,
    private readonly painPoints: ReadPainPoints,
    private readonly describe: DescribeCards,
  ) {}

  async run(frame: MeetingFrame): Promise<Cards> {
    const { from, to } = frame;
    const [past, net, [then, now]] = [await frame.past(), await frame.net(), await frame.totals()];
    const { raised, fixed, confirmed, returned, moved, left } = net;
    const reopened = await this.reopened(frame);
    const bleeding = bleedEffects(past.history, past.stages, valued(from, past), valued(to, past));
    const ways = moved.map(({ painPointId }) => painPointId);
    const listed = [raised, fixed, confirmed, reopened, returned, ways, left].flatMap((ids) =>
      ids.slice(0, MOST_LISTED),
    );
    const cards = await this.describe.run(listed);
    const counted = (ids: readonly string[]): CountedCards => ({
      count: ids.length,
      bleedPerWeek: ids.reduce((sum, id) => sum + rateOf(past.history.of(id), frame), 0),
      cards: ids.slice(0, MOST_LISTED).flatMap((id) => cards.get(id) ?? []),
    });
    return {
      from,
      to,
      bleedThen: then?.bleedPerWeek ?? 0,
      bleedNow: now?.bleedPerWeek ?? 0,
      effects: bleeding.effects,
      raised: counted(raised),
      fixed: counted(fixed),
      confirmed: counted(confirmed),
      reopened: counted(reopened),
      returned: counted(returned),
      moved: { count: moved.length, moves: movesOf(moved, cards, past, frame) },
      left: { count: left.length, cards: await this.left(left.slice(0, MOST_LISTED), cards) },
      reestimated: once(() => this.reestimated(bleeding.reestimated, past, to)),
    };
  }

  /** What was still bleeding, or bled again; a card that came back to the board stood on none just before. */
  async reopened({ boardId, from, to, past, net }: MeetingFrame): Promise<string[]> {
    const { history } = await past();
    const reopenings = await this.facts.reopenings(boardId, from, to);
    const bledAgain = reopenings.filter(({ painPointId, at }) => stoodBefore(history.of(painPointId), at));
    return [...new Set([...bledAgain.map(({ painPointId }) => painPointId), ...(await net()).unfixed])];
  }

  /** What was estimated anew, what changed most first; with a card goes what was merged into it, since it bleeds on there. */
  private async reestimated(
    changes: ReadonlyMap<string, number>,
    { history }: Past,
    to: Instant,
  ): Promise<CountedReestimates> {
    const isMerged = (id: string) => history.of(id)?.at(Date.parse(to))?.merged === true;
    const homes = await this.homesOf([...changes.keys()].filter(isMerged));
    const together = new Map<string, number>();
    for (const [id, change] of changes) {
      let lives = id;
      for (let home = homes.get(id); home !== undefined; home = homes.get(home)) if (changes.has(home)) lives = home;
      together.set(lives, (together.get(lives) ?? 0) + change);
    }
    const seen = [...together].filter(([, change]) => Math.abs(change) >= LEAST_SEEN);
    const listed = seen.sort(([, one], [, other]) => Math.abs(other) - Math.abs(one)).slice(0, MOST_LISTED);
    const ids = listed.map(([id]) => id);
    const cards = await this.describe.run(ids);
    const found = await this.painPoints.byIds(ids);
    const into = await this.painPoints.byIds(found.flatMap(({ mergedIntoId }) => mergedIntoId ?? []));
    return {
      count: seen.length,
      cards: listed.flatMap(([id, change]) => {
        const card = cards.get(id);
        const home = found.find((one) => one.id === id)?.mergedIntoId;
        return card ? [{ card, change, into: into.find((one) => one.id === home)?.key ?? null }] : [];
      }),
    };
  }

  /** Into what these were merged, and that again, as far as it goes. */
  private async homesOf(merged: readonly string[]): Promise<Map<string, string>> {
    const homes = new Map<string, string>();
    let asked = merged;
    while (asked.length > 0) {
      const found = await this.painPoints.byIds(asked);
      for (const { id, mergedIntoId } of found) if (mergedIntoId !== null) homes.set(id, mergedIntoId);
      asked = [...new Set(found.flatMap(({ mergedIntoId }) => mergedIntoId ?? []))].filter((id) => !homes.has(id));
    }
    return homes;
  }

  private async left(ids: readonly string[], cards: ReadonlyMap<string, MeetingCard>): Promise<LeftCard[]> {
    if (ids.length === 0) return [];
    const found = await this.painPoints.byIds(ids);
    const homes = await this.painPoints.byIds(found.flatMap(({ mergedIntoId }) => mergedIntoId ?? []));
    return found.flatMap((painPoint): LeftCard[] => {
      const card = cards.get(painPoint.id);
      const home = homes.find(({ id }) => id === painPoint.mergedIntoId);
      return card ? [{ card, ...leavingOf(painPoint, home) }] : [];
    });
  }
}

/** The ways of the cards that are listed, with the stages as they were called at either end. */
function movesOf(
  ways: readonly Way[],
  cards: ReadonlyMap<string, MeetingCard>,
  { stages }: Past,
  { from, to }: MeetingFrame,
): CardMove[] {
  return ways.slice(0, MOST_LISTED).flatMap(({ painPointId, fromStageId, toStageId }) => {
    const card = cards.get(painPointId);
    const start = stages.stage(fromStageId, Date.parse(from));
    const end = stages.stage(toStageId, Date.parse(to));
    if (!card || !start || !end) return [];
    const [fromCategory, toCategory] = [start.category, end.category];
    return [{ card, fromStage: start.name, toStage: end.name, fromCategory, toCategory }];
  });
}

function rateOf(journey: Journey | null, { to, hourlyCost }: MeetingFrame): number {
  return journey ? bleedPerWeek(journey.costAt(Date.parse(to)), hourlyCost) : 0;
}

function leavingOf({ closedAs, closedReason }: ReadPainPoint, home: ReadPainPoint | undefined): Omit<LeftCard, 'card'> {
  if (home) return { how: Leaving.MERGED, reason: `${home.key} ${home.title}` };
  const how = closedAs === CloseReason.DECLINED ? Leaving.DECLINED : Leaving.PARKED;
  return { how, reason: closedReason ?? '' };
}

function stoodBefore(journey: Journey | null, at: Instant): boolean {
  return journey?.at(Date.parse(at) - 1)?.onBoard === true;
}

function valued(at: Instant, { hourlyCosts }: Past): Valued {
  return { at: Date.parse(at), hourlyCost: hourlyCostAt(hourlyCosts, at) };
}
