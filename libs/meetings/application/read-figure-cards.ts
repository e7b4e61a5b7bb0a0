import { Clock, type Day } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { type GivenPromise, ReadCommitments } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import { type Begun, begunFor, daysOf, hoursOf } from '../domain/trust-figures.js';
import { TrustFacts } from '../persistence/trust-facts.js';

/** The figures that open to the pain points behind them. */
export const TrustFigure = {
  KEPT: 'KEPT',
  BLEEDING: 'BLEEDING',
  NEW_THIS_WEEK: 'NEW_THIS_WEEK',
  STOPPED_THIS_WEEK: 'STOPPED_THIS_WEEK',
  STOPPED_THIS_MONTH: 'STOPPED_THIS_MONTH',
  TIME_TO_FIXED: 'TIME_TO_FIXED',
  AGE: 'AGE',
  CONFIRMED: 'CONFIRMED',
  REOPENED: 'REOPENED',
  RATED: 'RATED',
  ANSWERED: 'ANSWERED',
} as const;
export type TrustFigure = (typeof TrustFigure)[keyof typeof TrustFigure];

/** One pain point behind a figure, and its part in it. */
export interface FigureCard {
  readonly painPointId: string;
  /** Whether it is of the part that is counted, as in "7 of 9"; true where all are. */
  readonly counts: boolean;
  /** Money a week, days, hours, a rating or how often, as the figure counts; null when it has none. */
  readonly value: number | null;
  /** The date that was promised first. */
  readonly day: Day | null;
}

type Read = (frame: Begun & { readonly boardId: string }) => Promise<FigureCard[]>;

/** From which pain points a trust figure is computed: what they say adds up to it (product.md, rule 7). */
@Injectable()
export class ReadFigureCards {
  constructor(
    private readonly commitments: ReadCommitments,
    private readonly board: ReadBoard,
    private readonly facts: TrustFacts,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** What weighs most, or waits longest, comes first. */
  async run(figure: TrustFigure): Promise<FigureCard[]> {
    const { timeZone } = await this.settings.current();
    const { id: boardId } = await this.board.board(null);
    return this.reads[figure]({ boardId, ...begunFor(await this.commitments.rates(), timeZone) });
  }

  private readonly reads: Record<TrustFigure, Read> = {
    KEPT: async () => {
      const { kept, missed } = await this.commitments.run();
      const promised = (all: readonly GivenPromise[], counts: boolean) =>
        all.map(({ painPointId, firstDueOn }) => ({ painPointId, counts, value: null, day: firstDueOn }));
      return [...promised(missed, false), ...promised(kept, true)];
    },
    BLEEDING: async ({ boardId }) => valued(await this.board.bleedRates(boardId)),
    NEW_THIS_WEEK: async ({ boardId, monday }) => valued(await this.board.ratesRaisedSince(boardId, monday)),
    STOPPED_THIS_WEEK: async ({ boardId, monday }) => valued(await this.board.ratesStoppedSince(boardId, monday)),
    STOPPED_THIS_MONTH: async ({ boardId, month }) => valued(await this.board.ratesStoppedSince(boardId, month)),
    TIME_TO_FIXED: async ({ boardId, since }) =>
      valued((await this.facts.confirmedSince(boardId, since)).map(({ id, ...span }) => [id, daysOf(span)])),
    AGE: async ({ boardId }) => {
      const to = this.clock.now();
      return valued((await this.facts.bleedingSince(boardId)).map(({ id, at }) => [id, daysOf({ from: at, to })]));
    },
    CONFIRMED: async ({ boardId }) => counted(await this.facts.fixedCards(boardId)),
    REOPENED: async ({ boardId }) => counted(await this.facts.checkedCards(boardId)),
    RATED: async ({ boardId, since }) => valued(await this.facts.ratingsOf(boardId, since)),
    ANSWERED: async ({ boardId, since }) => {
      const answers = await this.facts.answers(boardId, since);
      const cards = answers.map(({ id, from, to }) =>
        card(id, to !== null, to === null ? null : hoursOf({ from, to })),
      );
      return cards.toSorted((one, other) => (other.value ?? Infinity) - (one.value ?? Infinity));
    },
  };
}

function card(painPointId: string, counts: boolean, value: number | null): FigureCard {
  return { painPointId, counts, value, day: null };
}

function valued(rows: Iterable<readonly [string, number]>): FigureCard[] {
  return [...rows].toSorted(([, one], [, other]) => other - one).map(([id, value]) => card(id, true, value));
}

/** What does not count comes first: it is what one asks about. */
function counted(rows: readonly { id: string; counts: boolean; value: number | null }[]): FigureCard[] {
  return rows
    .map(({ id, counts, value }) => card(id, counts, value))
    .toSorted((one, other) => Number(one.counts) - Number(other.counts));
}
