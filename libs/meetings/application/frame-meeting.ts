import { dayIn, type Instant } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { totalsAt } from '../domain/flow.js';
import { nextMeetingDay } from '../domain/next-meeting.js';
import { netChange } from '../domain/since-last.js';
import { stagePaces } from '../domain/stage-pace.js';
import { MeetingFacts } from '../persistence/meeting-facts.js';
import type { MeetingFrame } from './meeting-frame.js';
import { ReadFlow } from './read-flow.js';

/** Frames a look at a board: from when until when, and what all parts of a meeting read of it, each once. */
@Injectable()
export class FrameMeeting {
  constructor(
    private readonly board: ReadBoard,
    private readonly facts: MeetingFacts,
    private readonly flow: ReadFlow,
    private readonly settings: WorkspaceSettings,
  ) {}

  async run(
    boardId: string,
    from: Instant,
    to: Instant,
    slice: ReadonlySet<string> | null = null,
  ): Promise<MeetingFrame> {
    const { timeZone, hourlyCost, meetingWeekday, holidays } = await this.settings.current();
    const today = dayIn(to, timeZone);
    const whole = once(() => this.flow.past(boardId));
    const past = once(async () => {
      const { history, ...rest } = await whole();
      return { ...rest, history: slice ? history.only(slice) : history };
    });
    const wholeBoard = once(async () => new Map((await this.facts.cards(boardId)).map((card) => [card.id, card])));
    const [start, end] = [Date.parse(from), Date.parse(to)];
    return {
      boardId,
      from,
      to,
      today,
      timeZone,
      hourlyCost,
      nextOn: nextMeetingDay(
        today,
        meetingWeekday,
        holidays.map(({ day }) => day),
      ),
      stages: once(() => this.board.stages([boardId])),
      wholeBoard,
      slice,
      cards: once(async () => (slice ? within(slice, await wholeBoard()) : wholeBoard())),
      past,
      net: once(async () => netChange((await past()).history, (await past()).stages, start, end)),
      totals: once(async () => {
        const { history, stages, hourlyCosts } = await past();
        return totalsAt(history, stages, hourlyCosts, [from, to]);
      }),
      paces: once(async () => stagePaces((await whole()).history, end)),
    };
  }
}

function within<Value>(ids: ReadonlySet<string>, all: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...all].filter(([id]) => ids.has(id)));
}

/** Reads something when it is first asked for, and gives it again after that. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let begun: Promise<Value> | undefined;
  return () => (begun ??= read());
}
