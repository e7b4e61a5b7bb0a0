import { dayAfter, dayIn, type Day, type Instant } from '@stanch/kernel';
import { type Person, seesInternal } from '@stanch/people';
import { ReadBoard, ReadLinked, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { CommitmentState, Sponsors, standingAmong, StoredRequests } from '@stanch/sponsorship';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { DigestItem } from '../domain/digest-item.js';
import type { DigestLine, DigestSection } from '../domain/notice.js';
import { Channel, type Chosen, saidNever } from '../domain/preferences.js';
import { type MoveInWords, StoredDigests } from '../persistence/stored-digests.js';

/** For whom, and about which time, a digest is written. */
export interface DigestFrame {
  readonly person: Person;
  readonly since: Instant;
  readonly now: Instant;
  readonly timeZone: string;
  /** What they chose to hear of, and what never. */
  readonly chosen: Chosen;
}

const WEEK_DAYS = 7;
/** More of one kind are counted rather than listed. */
const MOST_LINES = 30;

/**
 * Puts one person's week together: what is asked of them, what moved, what is promised, what got better. What waited for
 * the digest and stands in one of these is not said again; what they never want to hear of is not said at all.
 */
@Injectable()
export class ComposeDigest {
  constructor(
    private readonly stored: StoredDigests,
    private readonly sponsors: Sponsors,
    private readonly requests: StoredRequests,
    private readonly painPoints: ReadPainPoints,
    private readonly board: ReadBoard,
    private readonly linked: ReadLinked,
  ) {}

  /** The sections that have something to say; without any there is no digest. */
  async run(
    within: Pick<Transaction, 'em'>,
    frame: DigestFrame,
    waiting: readonly DigestItem[],
  ): Promise<DigestSection[]> {
    const { person, chosen } = frame;
    const asked = (await this.requests.openFor(person.id)).map(({ painPointId }) => painPointId);
    const heard = new Set(await this.sponsors.heardBy(person.id));
    const muted = (await this.sponsors.painPointIdsOf([person.id])).filter((id) => !heard.has(id));
    const items = waiting.filter((item) => readable(item, person, chosen) && !muted.includes(item.painPointId ?? ''));
    const mine = new Set([...heard, ...(await this.painPoints.idsInCareOf(person.id))]);
    const told = items.flatMap(({ painPointId }) => (painPointId === null ? [] : [painPointId]));
    const cards = await this.cardsOf([...mine, ...asked, ...told]);
    const ids = [...mine].filter((id) => cards.has(id));
    const promised = await this.promised(ids, frame);
    const wins = await this.wins(ids, frame);
    const rest = items.filter((item) => !isSaid(item, promised, wins));
    const sections: DigestSection[] = [
      { topic: 'asked', lines: lines(asked, cards, (id) => ({ asks: id })) },
      { topic: 'moved', lines: moved(await this.ways(within, ids, items, frame), cards) },
      {
        topic: 'promised',
        lines: lines([...promised.keys()], cards, (id) => ({ dueOn: promised.get(id) })),
      },
      {
        topic: 'better',
        lines: wins.flatMap(({ id, headline }) => lines([id], cards, () => ({ text: headline }))),
      },
      { topic: 'else', lines: rest.map((item) => toldLine(item, cards)) },
    ];
    return sections.filter((section) => section.lines.length > 0).map(limited);
  }

  private async cardsOf(ids: readonly string[]): Promise<Map<string, ReadPainPoint>> {
    const cards = await this.painPoints.byIds([...new Set(ids)]);
    return new Map(cards.map((card) => [card.id, card]));
  }

  /** The net way of each card; there and back is none, and one's own moves are no news. */
  private async ways(
    within: Pick<Transaction, 'em'>,
    ids: readonly string[],
    items: readonly DigestItem[],
    { person, since, chosen }: DigestFrame,
  ): Promise<MoveInWords[]> {
    const told = items.filter(tellsOfAMove).flatMap(({ painPointId }) => painPointId ?? []);
    const moves = await this.stored.movesSince(within, [...new Set([...ids, ...told])], since);
    const ways = [...Map.groupBy(moves, ({ painPointId }) => painPointId).values()].flatMap((some) => {
      const [first, last] = [some[0], some.at(-1)];
      const own = some.every(({ actorId }) => actorId === person.id);
      return first && last && !own && first.from !== last.to ? [{ ...last, from: first.from }] : [];
    });
    const stages = await this.board.stagesById(ways.map(({ toStageId }) => toStageId));
    const planned = new Set(stages.filter(({ category }) => category === 'PLANNED').map(({ id }) => id));
    return ways.filter(({ toStageId }) => !saidNever(planned.has(toStageId) ? 'planned' : 'moved', chosen));
  }

  /** What is to be fixed within a week, the next first. */
  private async promised(
    ids: readonly string[],
    { now, timeZone, chosen }: DigestFrame,
  ): Promise<ReadonlyMap<string, Day>> {
    if (ids.length === 0 || saidNever('commitmentMade', chosen)) return new Map();
    const today = dayIn(now, timeZone);
    const due = [...(await this.sponsors.commitments(ids))].flatMap(([id, commitments]) => {
      const standing = standingAmong(commitments);
      const near = standing?.stateOn(today) === CommitmentState.OPEN && standing.deliveredOn === null;
      return near && standing.dueOn <= dayAfter(today, WEEK_DAYS) ? [{ id, dueOn: standing.dueOn }] : [];
    });
    const byDay = due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    return new Map(byDay.map(({ id, dueOn }) => [id, dueOn]));
  }

  /** What got better since the last digest, each win once, with one of the pain points behind it. */
  private async wins(
    ids: readonly string[],
    { since, chosen }: DigestFrame,
  ): Promise<{ readonly id: string; readonly headline: string }[]> {
    if (ids.length === 0 || saidNever('winPublished', chosen)) return [];
    const wins = await this.linked.wins(ids, 'shared');
    const fresh = [...wins].flatMap(([id, all]) =>
      all.filter(({ publishedAt }) => publishedAt !== null && publishedAt >= since).map((win) => ({ id, win })),
    );
    return fresh
      .filter(({ win }, at) => fresh.findIndex((other) => other.win.id === win.id) === at)
      .map(({ id, win }) => ({ id, headline: win.headline }));
  }
}

type Cards = ReadonlyMap<string, ReadPainPoint>;

function lines(
  ids: readonly string[],
  cards: Cards,
  more: (id: string) => Pick<DigestLine, 'text' | 'dueOn' | 'asks'>,
): DigestLine[] {
  return ids.flatMap((id) => {
    const card = cards.get(id);
    return card === undefined ? [] : [{ key: card.key, title: card.title, ...more(id) }];
  });
}

function moved(ways: readonly MoveInWords[], cards: Cards): DigestLine[] {
  const words = new Map(ways.map(({ painPointId, from, to }) => [painPointId, `${from} → ${to}`]));
  return lines([...words.keys()], cards, (id) => ({ text: words.get(id) ?? '' }));
}

/** Whether a digest tells its reader of this: what they chose since it happened counts. */
function readable({ channel, internal, notice }: DigestItem, person: Person, chosen: Chosen): boolean {
  return channel === Channel.MAIL && (!internal || seesInternal(person.role)) && !saidNever(notice.kind, chosen);
}

function tellsOfAMove({ notice }: DigestItem): boolean {
  return notice.move !== undefined;
}

/** Whether something that waited stands in another section: a move in its net way, a date, a win. */
function isSaid(
  item: DigestItem,
  promised: ReadonlyMap<string, Day>,
  wins: readonly { readonly headline: string }[],
): boolean {
  const { painPointId, notice } = item;
  if (tellsOfAMove(item)) return true;
  if (notice.kind === 'commitmentMade') return promised.get(painPointId ?? '') === notice.date?.dueOn;
  return notice.kind === 'winPublished' && wins.some(({ headline }) => headline === notice.win?.headline);
}

function toldLine({ painPointId, notice }: DigestItem, cards: Cards): DigestLine {
  const card = painPointId === null ? undefined : cards.get(painPointId);
  return {
    key: card?.key ?? notice.card?.key ?? null,
    title: card?.title ?? notice.card?.title ?? '',
    notice,
  };
}

function limited({ topic, lines: all }: DigestSection): DigestSection {
  if (all.length <= MOST_LINES) return { topic, lines: all };
  return { topic, lines: all.slice(0, MOST_LINES), more: all.length - MOST_LINES };
}
