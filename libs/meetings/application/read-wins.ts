import { type Quote, Quotes } from '@stanch/discovery';
import { People } from '@stanch/people';
import {
  bleedPerWeek,
  ReadLinked,
  type ReadPainPoint,
  ReadPainPoints,
  shareLeft,
  TaskState,
  Win,
} from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { MeetingCard, MeetingWin } from '../domain/minutes.js';
import { MeetingFacts } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import type { MeetingFrame } from './meeting-frame.js';

/** One to a page: more are not told in a meeting. */
const MOST_WINS = 200;

/** Reads the wins published since the last meeting, as they are told in the room. */
@Injectable()
export class ReadWins {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: MeetingFacts,
    private readonly linked: ReadLinked,
    private readonly painPoints: ReadPainPoints,
    private readonly quotes: Quotes,
    private readonly people: People,
    private readonly describe: DescribeCards,
  ) {}

  async run({ boardId, from, to, hourlyCost, slice }: MeetingFrame): Promise<MeetingWin[]> {
    const published = await this.facts.winsPublished(boardId, from, to);
    const ids = (slice ? await this.within(slice, published) : published).slice(0, MOST_WINS);
    if (ids.length === 0) return [];
    const wins = await this.unitOfWork.read((em) => em.find(Win, { id: { $in: ids } }));
    const behind = await this.linked.painPointIdsOf('win', ids);
    const thanks = await this.linked.thanksOfWins(ids);
    const painPoints = await this.painPoints.byIds([...new Set([...behind.values()].flat())]);
    const cards = await this.describe.run(painPoints.map(({ id }) => id));
    const done = await this.done(
      ids,
      painPoints.map(({ id }) => id),
    );
    const said = await this.said(painPoints.map(({ id }) => id));
    const people = await this.people.byIds([
      ...[...thanks.values()].flat(),
      ...wins.flatMap(({ quotedId }) => quotedId ?? []),
      ...[...said.values()].flatMap(({ personId }) => personId ?? []),
    ]);
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
    return ids.flatMap((id): MeetingWin[] => {
      const win = wins.find((one) => one.id === id);
      if (!win) return [];
      const its = painPoints.filter((painPoint) => behind.get(id)?.includes(painPoint.id));
      const shown = its.flatMap((painPoint) => cards.get(painPoint.id) ?? []);
      const { headline, measure, unit, before, after, achievedOn, publishedAt, quote, quotedId } = win;
      return [
        {
          winId: id,
          headline,
          measure,
          unit,
          before,
          after,
          achievedOn,
          publishedAt: publishedAt ?? to,
          ...givesBack(win, its, hourlyCost),
          ...wordsBefore(shown, said, nameOf),
          wordsAfter: quote,
          wordsAfterBy: quote === null ? null : nameOf(quotedId),
          done: done.of(id, its),
          thanks: (thanks.get(id) ?? []).flatMap((personId) => nameOf(personId) ?? []),
          cards: shown,
        },
      ];
    });
  }

  /** Those that healed something of a slice of the board. */
  private async within(slice: ReadonlySet<string>, winIds: readonly string[]): Promise<string[]> {
    const behind = await this.linked.painPointIdsOf('win', winIds);
    return winIds.filter((id) => behind.get(id)?.some((painPointId) => slice.has(painPointId)));
  }

  /** What was done: the tasks that the win names, else those of its pain points; of what its sponsors may see. */
  private async done(winIds: readonly string[], painPointIds: readonly string[]) {
    const named = await this.linked.tasksOfWins(winIds, 'shared');
    const listed = await this.linked.tasks(painPointIds, 'shared');
    return {
      of(winId: string, painPoints: readonly ReadPainPoint[]): string[] {
        const tasks =
          named.get(winId) ?? painPoints.flatMap(({ id }) => (listed.get(id) ?? []).map(({ task }) => task));
        return [...new Set(tasks.filter(({ state }) => state === TaskState.DONE).map(({ title }) => title))];
      },
    };
  }

  /** What was said in interviews of these pain points: the first of each. */
  private async said(painPointIds: readonly string[]): Promise<Map<string, Quote>> {
    if (painPointIds.length === 0) return new Map();
    const quoteIds = await this.linked.quoteIds(painPointIds);
    const quotes = await this.quotes.byIds([...quoteIds.values()].flat());
    return new Map(
      [...quoteIds].flatMap(([id, ids]) => {
        const quote = quotes.find((one) => one.id === ids[0]);
        return quote ? [[id, quote] as const] : [];
      }),
    );
  }
}

/** What the win says that it gives back; else what its pain points were said to cost, less what its measure leaves. */
function givesBack(
  { savedPerWeek, before, after }: Win,
  painPoints: readonly ReadPainPoint[],
  hourlyCost: number,
): Pick<MeetingWin, 'givesBackPerWeek' | 'givesBackIsEstimate'> {
  if (savedPerWeek !== null) return { givesBackPerWeek: savedPerWeek, givesBackIsEstimate: false };
  const rates = painPoints.map((painPoint) => bleedPerWeek(painPoint.estimateWhenPlanned ?? painPoint, hourlyCost));
  const stopped = rates.reduce((sum, rate) => sum + rate, 0) * (1 - (shareLeft(before, after) ?? 0));
  return { givesBackPerWeek: stopped > 0 ? stopped : null, givesBackIsEstimate: stopped > 0 };
}

/** In the words of an interview, by whoever spoke them there; else in those in which it was raised. */
function wordsBefore(
  cards: readonly MeetingCard[],
  said: ReadonlyMap<string, Quote>,
  nameOf: (personId: string | null) => string | null,
): Pick<MeetingWin, 'wordsBefore' | 'wordsBeforeBy'> {
  const card = cards.find(({ painPointId, words }) => said.has(painPointId) || words !== '');
  if (!card) return { wordsBefore: null, wordsBeforeBy: null };
  const quote = said.get(card.painPointId);
  if (quote) return { wordsBefore: quote.text, wordsBeforeBy: nameOf(quote.personId) };
  return { wordsBefore: card.words, wordsBeforeBy: card.raiser };
}
