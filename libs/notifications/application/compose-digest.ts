import { dayAfter, dayIn, type Day, type Instant } from '@stanch/kernel';
import { type Person, seesInternal } from '@stanch/people';
import { ReadLinked, type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { CommitmentState, Sponsors, standingAmong, StoredRequests } from '@stanch/sponsorship';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { DigestItem } from '../domain/digest-item.js';
import type { DigestContent, DigestLine } from '../domain/notice.js';
import { Channel } from '../domain/preferences.js';
import { sayInApp } from '../email/say.js';
import { dayInWords } from '../email/wording.js';
import { type MoveInWords, StoredDigests } from '../persistence/stored-digests.js';

/** For whom, and about which time, a digest is written. */
export interface DigestFrame {
  readonly person: Person;
  readonly since: Instant;
  readonly now: Instant;
  readonly timeZone: string;
}

const WEEK_DAYS = 7;
/** More of one kind are counted rather than listed. */
const MOST_LINES = 30;

/** Puts one person's week together: what is asked of them, what moved, what is promised, what got better. */
@Injectable()
export class ComposeDigest {
  constructor(
    private readonly stored: StoredDigests,
    private readonly sponsors: Sponsors,
    private readonly requests: StoredRequests,
    private readonly painPoints: ReadPainPoints,
    private readonly linked: ReadLinked,
  ) {}

  /** The sections that have something to say; without any there is no digest. */
  async run(
    within: Pick<Transaction, 'em'>,
    frame: DigestFrame,
    items: readonly DigestItem[],
  ): Promise<DigestContent['sections']> {
    const { person } = frame;
    const asked = (await this.requests.openFor(person.id)).map(({ painPointId }) => painPointId);
    const mine = new Set([
      ...(await this.sponsors.heardBy(person.id)),
      ...(await this.painPoints.idsInCareOf(person.id)),
    ]);
    const told = items.flatMap(({ painPointId }) => (painPointId === null ? [] : [painPointId]));
    const cards = await this.cardsOf([...mine, ...asked, ...told]);
    const ids = [...mine].filter((id) => cards.has(id));
    const sections = [
      { title: 'Asked of you: is it fixed?', lines: lines(asked, cards, (id) => ({ asks: id, text: '' })) },
      { title: 'What moved', lines: moved(await this.stored.movesSince(within, ids, frame.since), cards, person.id) },
      { title: 'Promised for the coming week', lines: await this.promised(ids, cards, frame) },
      { title: 'What got better', lines: await this.wins(ids, cards, frame.since) },
      {
        title: 'What else happened',
        lines: items.filter((item) => readable(item, person)).map((item) => toldLine(item, cards)),
      },
    ];
    return sections.filter((section) => section.lines.length > 0).map(limited);
  }

  private async cardsOf(ids: readonly string[]): Promise<Map<string, ReadPainPoint>> {
    const cards = await this.painPoints.byIds([...new Set(ids)]);
    return new Map(cards.map((card) => [card.id, card]));
  }

  private async promised(ids: readonly string[], cards: Cards, { now, timeZone }: DigestFrame): Promise<DigestLine[]> {
    if (ids.length === 0) return [];
    const today = dayIn(now, timeZone);
    const due = [...(await this.sponsors.commitments(ids))].flatMap(([id, commitments]) => {
      const standing = standingAmong(commitments);
      const near = standing?.stateOn(today) === CommitmentState.OPEN && standing.deliveredOn === null;
      return near && standing.dueOn <= dayAfter(today, WEEK_DAYS) ? [{ id, dueOn: standing.dueOn }] : [];
    });
    const byDay = due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    const dates = new Map<string, Day>(byDay.map(({ id, dueOn }) => [id, dueOn]));
    return lines([...dates.keys()], cards, (id) => ({ text: `by ${dayInWords(dates.get(id) ?? today)}` }));
  }

  private async wins(ids: readonly string[], cards: Cards, since: Instant): Promise<DigestLine[]> {
    if (ids.length === 0) return [];
    const wins = await this.linked.wins(ids, 'shared');
    const fresh = [...wins].flatMap(([id, all]) =>
      all.filter(({ publishedAt }) => publishedAt !== null && publishedAt >= since).map((win) => ({ id, win })),
    );
    const once = fresh.filter(({ win }, at) => fresh.findIndex((other) => other.win.id === win.id) === at);
    return once.flatMap(({ id, win }) => lines([id], cards, () => ({ text: win.headline })));
  }
}

type Cards = ReadonlyMap<string, ReadPainPoint>;

function lines(
  ids: readonly string[],
  cards: Cards,
  more: (id: string) => Pick<DigestLine, 'text' | 'asks'>,
): DigestLine[] {
  return ids.flatMap((id) => {
    const card = cards.get(id);
    return card === undefined ? [] : [{ key: card.key, title: card.title, ...more(id) }];
  });
}

/** The net way of each card; there and back is none, and one's own moves are no news. */
function moved(moves: readonly MoveInWords[], cards: Cards, readerId: string): DigestLine[] {
  const ways = [...Map.groupBy(moves, ({ painPointId }) => painPointId)].flatMap(([id, some]) => {
    const [from, to] = [some[0]?.from, some.at(-1)?.to];
    const own = some.every(({ actorId }) => actorId === readerId);
    return own || from === to ? [] : [[id, `${from} → ${to}`] as const];
  });
  const words = new Map(ways);
  return lines([...words.keys()], cards, (id) => ({ text: words.get(id) ?? '' }));
}

function readable({ channel, internal }: DigestItem, person: Person): boolean {
  return channel === Channel.MAIL && (!internal || seesInternal(person.role));
}

function toldLine({ painPointId, notice }: DigestItem, cards: Cards): DigestLine {
  const card = painPointId === null ? undefined : cards.get(painPointId);
  return {
    key: card?.key ?? notice.card?.key ?? null,
    title: card?.title ?? notice.card?.title ?? '',
    text: sayInApp(notice),
  };
}

function limited({ title, lines: all }: { title: string; lines: DigestLine[] }) {
  if (all.length <= MOST_LINES) return { title, lines: all };
  const more = { key: null, title: '', text: `and ${all.length - MOST_LINES} more, which stand in Stanch` };
  return { title, lines: [...all.slice(0, MOST_LINES), more] };
}
