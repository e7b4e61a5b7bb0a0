import { badInput, Clock, type Instant, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { ReadBoard } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { NewsOutcome } from '../domain/minutes.js';
import { FrameMeeting } from './frame-meeting.js';
import { ReadSinceLast } from './read-since-last.js';
import { TellPromises } from './tell-promises.js';

const WEEK = 7 * MILLISECONDS_PER_DAY;
const MOST_WEEKS = 53;

/** A week in figures alone, out of the recorded history. */
export interface WeekFigures {
  readonly from: Instant;
  readonly to: Instant;
  readonly bleedThen: number;
  readonly bleedNow: number;
  readonly raised: number;
  readonly moved: number;
  readonly fixed: number;
  readonly confirmed: number;
  readonly reopened: number;
  readonly returned: number;
  readonly left: number;
  readonly commitmentsKept: number;
  readonly commitmentsBroken: number;
  readonly commitmentsMoved: number;
}

/** Counts what happened in any week that has passed, whether or not a meeting was held then. */
@Injectable()
export class ReadWeekFigures {
  constructor(
    private readonly frames: FrameMeeting,
    private readonly board: ReadBoard,
    private readonly sinceLast: ReadSinceLast,
    private readonly promises: TellPromises,
    private readonly clock: Clock,
  ) {}

  /** The seven days up to each of these moments. */
  async run(boardId: string | null | undefined, ends: readonly Instant[]): Promise<WeekFigures[]> {
    const now = this.clock.now();
    if (ends.some((end) => end > now))
      throw badInput('ends', 'A week can be counted once it is over. Choose earlier days.');
    if (ends.length > MOST_WEEKS) throw badInput('ends', `At most ${MOST_WEEKS} weeks are counted at once.`);
    const { id } = await this.board.board(boardId);
    const weeks: WeekFigures[] = [];
    for (const to of ends) weeks.push(await this.week(id, to));
    return weeks;
  }

  private async week(boardId: string, to: Instant): Promise<WeekFigures> {
    const from = instantAfter(to, -WEEK);
    const frame = await this.frames.run(boardId, from, to);
    const net = await frame.net();
    const [then, end] = await frame.totals();
    const told = await this.promises.told(frame);
    const count = (outcome: NewsOutcome) => told.filter((promise) => promise.outcome === outcome).length;
    return {
      from,
      to,
      bleedThen: then?.bleedPerWeek ?? 0,
      bleedNow: end?.bleedPerWeek ?? 0,
      raised: net.raised.length,
      moved: net.moved.length,
      fixed: net.fixed.length,
      confirmed: net.confirmed.length,
      reopened: (await this.sinceLast.reopened(frame)).length,
      returned: net.returned.length,
      left: net.left.length,
      commitmentsKept: count(NewsOutcome.KEPT),
      commitmentsBroken: count(NewsOutcome.BROKEN),
      commitmentsMoved: count(NewsOutcome.MOVED),
    };
  }
}
