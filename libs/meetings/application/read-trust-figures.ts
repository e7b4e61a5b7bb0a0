import { Clock } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { type KeptRate, ReadCommitments } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import { begunFor, daysOf, hoursOf, median, type TimeToFixed, timeToFixed } from '../domain/trust-figures.js';
import { TrustFacts } from '../persistence/trust-facts.js';

/** The figures by which the business sees whether IT can be believed; of the programme, never of a person. */
export interface TrustFigures {
  readonly kept: KeptRate;
  readonly keptThisWeek: KeptRate;
  /** Money a week, of all that is not fixed. */
  readonly bleedPerWeek: number;
  readonly bleedNewThisWeek: number;
  readonly bleedStoppedThisWeek: number;
  readonly bleedStoppedThisMonth: number;
  readonly timeToFixed: TimeToFixed;
  /** Of what still bleeds, in days. */
  readonly medianAgeDays: number | null;
  readonly fixed: number;
  readonly confirmed: number;
  /** Of them, by a word that a lead brought. */
  readonly brought: number;
  readonly checked: number;
  readonly reopened: number;
  /** 1 to 5, of the trailing weeks. */
  readonly meanRating: number | null;
  readonly ratings: number;
  /** From raised to the first answer, in hours, of the trailing weeks. */
  readonly medianAnswerHours: number | null;
  readonly answered: number;
  readonly unanswered: number;
}

/** Computes the trust figures as of now (product.md, "Trust figures"). */
@Injectable()
export class ReadTrustFigures {
  constructor(
    private readonly commitments: ReadCommitments,
    private readonly board: ReadBoard,
    private readonly facts: TrustFacts,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<TrustFigures> {
    const { timeZone } = await this.settings.current();
    const now = this.clock.now();
    const { id: boardId } = await this.board.board(null);
    const { rate, thisWeek, ...given } = await this.commitments.rates();
    const { since, monday, month } = begunFor(given, timeZone);
    const ratings = await this.facts.ratings(boardId, since);
    const answers = await this.facts.answers(boardId, since);
    const answered = answers.flatMap(({ from: raised, to }) => (to === null ? [] : [{ from: raised, to }]));
    const ages = await this.facts.bleedingSince(boardId);
    return {
      kept: rate,
      keptThisWeek: thisWeek,
      bleedPerWeek: await this.board.bleedPerWeek(boardId),
      bleedNewThisWeek: await this.board.raisedSince(boardId, monday),
      bleedStoppedThisWeek: await this.board.stoppedSince(boardId, monday),
      bleedStoppedThisMonth: await this.board.stoppedSince(boardId, month),
      timeToFixed: timeToFixed((await this.facts.confirmedSince(boardId, since)).map(daysOf)),
      medianAgeDays: median(ages.map(({ at }) => daysOf({ from: at, to: now }))),
      ...(await this.facts.confirmations(boardId)),
      meanRating: ratings.mean,
      ratings: ratings.count,
      medianAnswerHours: median(answered.map(hoursOf)),
      answered: answered.length,
      unanswered: answers.length - answered.length,
    };
  }
}
