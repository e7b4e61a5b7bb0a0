import type { Instant } from '@stanch/kernel';
import { bleedPerWeek, CloseReason, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import type { Journey } from '../domain/board-history.js';
import {
  type CardMove,
  type CountedCards,
  type CountedLeft,
  type CountedMoves,
  type LeftCard,
  Leaving,
  type SinceLast,
} from '../domain/minutes.js';
import type { Way } from '../domain/since-last.js';
import { MeetingFacts } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import type { MeetingFrame } from './meeting-frame.js';
import type { Past } from './read-flow.js';

/** Behind a figure so many cards are listed; what a meeting goes through is far less. */
export const MOST_LISTED = 100;

type Cards = Omit<SinceLast, 'kept' | 'broken' | 'postponed'>;

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
    return {
      from,
      to,
      bleedThen: then?.bleedPerWeek ?? 0,
      bleedNow: now?.bleedPerWeek ?? 0,
      raised: await this.counted(net.raised, past, frame),
      fixed: await this.counted(net.fixed, past, frame),
      confirmed: await this.counted(net.confirmed, past, frame),
      reopened: await this.counted(await this.reopened(frame, past), past, frame),
      returned: await this.counted(net.returned, past, frame),
      moved: await this.moves(net.moved, past, frame),
      left: await this.left(net.left),
    };
  }

  /** What was still bleeding, or bled again; a card that came back to the board stood on none just before. */
  async reopened({ meeting, from, to }: MeetingFrame, { history }: Past): Promise<string[]> {
    const reopenings = await this.facts.reopenings(meeting.boardId, from, to);
    const bledAgain = reopenings.filter(({ painPointId, at }) => stoodBefore(history.of(painPointId), at));
    return [...new Set(bledAgain.map(({ painPointId }) => painPointId))];
  }

  private async counted(ids: readonly string[], { history }: Past, frame: MeetingFrame): Promise<CountedCards> {
    if (ids.length === 0) return { count: 0, bleedPerWeek: 0, cards: [] };
    const to = Date.parse(frame.to);
    const rates = ids.map((id) => bleedPerWeek((history.of(id) as Journey).costAt(to), frame.hourlyCost));
    const listed = ids.slice(0, MOST_LISTED);
    const cards = await this.describe.run(listed);
    return {
      count: ids.length,
      bleedPerWeek: rates.reduce((sum, rate) => sum + rate, 0),
      cards: listed.flatMap((id) => cards.get(id) ?? []),
    };
  }

  private async moves(ways: readonly Way[], { stages }: Past, { from, to }: MeetingFrame): Promise<CountedMoves> {
    const listed = ways.slice(0, MOST_LISTED);
    const cards = await this.describe.run(listed.map(({ painPointId }) => painPointId));
    const stageThen = (id: string, at: Instant) => stages.stage(id, Date.parse(at));
    const moves = listed.flatMap(({ painPointId, fromStageId, toStageId }): CardMove[] => {
      const card = cards.get(painPointId);
      const [start, end] = [stageThen(fromStageId, from), stageThen(toStageId, to)];
      if (!card || !start || !end) return [];
      const [fromCategory, toCategory] = [start.category, end.category];
      return [{ card, fromStage: start.name, toStage: end.name, fromCategory, toCategory }];
    });
    return { count: ways.length, moves };
  }

  private async left(ids: readonly string[]): Promise<CountedLeft> {
    const listed = ids.slice(0, MOST_LISTED);
    const found = await this.painPoints.byIds(listed);
    const homes = await this.painPoints.byIds(found.flatMap(({ mergedIntoId }) => mergedIntoId ?? []));
    const cards = await this.describe.run(listed);
    const left = found.flatMap((painPoint): LeftCard[] => {
      const card = cards.get(painPoint.id);
      const home = homes.find(({ id }) => id === painPoint.mergedIntoId);
      return card ? [{ card, ...leavingOf(painPoint, home) }] : [];
    });
    return { count: ids.length, cards: left };
  }
}

function leavingOf({ closedAs, closedReason }: ReadPainPoint, home: ReadPainPoint | undefined): Omit<LeftCard, 'card'> {
  if (home) return { how: Leaving.MERGED, reason: `${home.key} ${home.title}` };
  const how = closedAs === CloseReason.DECLINED ? Leaving.DECLINED : Leaving.PARKED;
  return { how, reason: closedReason ?? '' };
}

function stoodBefore(journey: Journey | null, at: Instant): boolean {
  return journey?.at(Date.parse(at) - 1)?.onBoard === true;
}
