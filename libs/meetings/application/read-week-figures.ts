import { badInput, Clock, dayAfter, type Day, endOfDay, type Instant, mondayOf, startOfDay } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { ReadCommitments } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import { heldAt } from '../domain/flow.js';
import { NewsOutcome } from '../domain/minutes.js';
import { FrameMeeting } from './frame-meeting.js';
import { ReadSinceLast } from './read-since-last.js';
import { TellPromises } from './tell-promises.js';

const MOST_WEEKS = 53;

/** A calendar week in figures alone, out of the recorded history. */
export interface WeekFigures {
  readonly monday: Day;
  readonly from: Instant;
  /** Its end; of the week of now, now. */
  readonly to: Instant;
  /** ISO 4217: in which money it was counted at its end. */
  readonly currency: string;
  readonly bleedThen: number;
  readonly bleedNow: number;
  readonly raised: number;
  readonly moved: number;
  readonly fixed: number;
  readonly confirmed: number;
  readonly reopened: number;
  readonly returned: number;
  readonly left: number;
  /** Promises of the whole programme that fell due in it, and of these the kept ones: what a meeting closed stays so. */
  readonly commitmentsDue: number;
  readonly commitmentsKept: number;
  readonly commitmentsMoved: number;
}

/** Counts what happened in any week, whether or not a meeting was held then. */
@Injectable()
export class ReadWeekFigures {
  constructor(
    private readonly frames: FrameMeeting,
    private readonly board: ReadBoard,
    private readonly sinceLast: ReadSinceLast,
    private readonly promises: TellPromises,
    private readonly commitments: ReadCommitments,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** The weeks from Monday to Sunday in which these days are, where the workspace is; of the week of now its beginning. */
  async run(boardId: string | null | undefined, days: readonly Day[]): Promise<WeekFigures[]> {
    const now = this.clock.now();
    const { timeZone } = await this.settings.current();
    const mondays = days.map((day) => mondayOf(day));
    if (mondays.some((monday) => startOfDay(monday, timeZone) > now)) {
      throw badInput('weeks', 'A week can be counted once it has begun. Choose an earlier day.');
    }
    if (days.length > MOST_WEEKS) throw badInput('weeks', `At most ${MOST_WEEKS} weeks are counted at once.`);
    const { id } = await this.board.board(boardId);
    const weeks: WeekFigures[] = [];
    for (const monday of mondays) weeks.push(await this.week(id, monday, timeZone, now));
    return weeks;
  }

  private async week(boardId: string, monday: Day, timeZone: string, now: Instant): Promise<WeekFigures> {
    // From the last moment of the Sunday before: what happened at midnight belongs to one week only.
    const from = endOfDay(dayAfter(monday, -1), timeZone);
    const end = endOfDay(dayAfter(monday, 6), timeZone);
    const to = end < now ? end : now;
    const frame = await this.frames.run(boardId, from, to);
    const net = await frame.net();
    const [before, after] = await frame.totals();
    const { hourlyCosts } = await frame.past();
    const told = await this.promises.told(frame);
    const [due] = await this.commitments.weeks(monday, dayAfter(monday, 6));
    return {
      monday,
      from,
      to,
      currency: heldAt(hourlyCosts, to)?.currency ?? '',
      bleedThen: before?.bleedPerWeek ?? 0,
      bleedNow: after?.bleedPerWeek ?? 0,
      raised: net.raised.length,
      moved: net.moved.length,
      fixed: net.fixed.length,
      confirmed: net.confirmed.length,
      reopened: (await this.sinceLast.reopened(frame)).length,
      returned: net.returned.length,
      left: net.left.length,
      commitmentsDue: due?.due ?? 0,
      commitmentsKept: due?.kept ?? 0,
      commitmentsMoved: told.filter(({ outcome }) => outcome === NewsOutcome.MOVED).length,
    };
  }
}
