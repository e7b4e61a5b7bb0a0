import { Clock } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import {
  bleedPerWeek,
  type CostEstimate,
  ReadBoard,
  ReadPainPoints,
  scoreOf,
  StageCategory,
} from '@stanch/remediation';
import { Injectable } from '@nestjs/common';
import { type Meeting, MeetingState } from '../domain/meeting.js';
import type { MeetingCard, MeetingStage, TrustThen } from '../domain/minutes.js';
import type { Slice } from '../domain/slice.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { Content } from './content.js';
import { DescribeCards } from './describe-cards.js';
import { FrameMeeting, once } from './frame-meeting.js';
import type { MeetingFrame } from './meeting-frame.js';
import { ReadRoom } from './read-room.js';
import { ReadSinceLast } from './read-since-last.js';
import { ReadTrustFigures } from './read-trust-figures.js';
import { LISTED, ReadWalk } from './read-walk.js';
import { ReadWins } from './read-wins.js';
import { TellPromises } from './tell-promises.js';

/** So many candidates fit on one plot. */
const MOST_CANDIDATES = 30;

/** Reads what a meeting shows: live while it runs, and out of its minutes once it has ended. */
@Injectable()
export class ReadContent {
  constructor(
    private readonly meetings: StoredMeetings,
    private readonly frames: FrameMeeting,
    private readonly board: ReadBoard,
    private readonly painPoints: ReadPainPoints,
    private readonly room: ReadRoom,
    private readonly sinceLast: ReadSinceLast,
    private readonly wins: ReadWins,
    private readonly promises: TellPromises,
    private readonly walk: ReadWalk,
    private readonly describe: DescribeCards,
    private readonly trustFigures: ReadTrustFigures,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** Of a slice of the board while it runs; null: of all of it. */
  async of(meeting: Meeting, slice: Slice | null): Promise<Content> {
    if (meeting.state === MeetingState.RUNNING) return this.live(meeting, this.clock.now(), slice);
    const minutes = await this.meetings.minutes(meeting.id);
    return minutes ? Content.kept(minutes) : this.live(meeting);
  }

  /** As of a moment that is now, whatever its state. */
  async live(meeting: Meeting, now = this.clock.now(), slice: Slice | null = null): Promise<Content> {
    const held = slice && (await this.painPoints.idsWithin(slice.byId, slice.filter));
    const frame = await this.frames.run(meeting.boardId, meeting.from, now, held);
    const { currency } = await this.settings.current();
    const commitments = once(() => this.promises.run(frame));
    const walked = once(() => this.room.walked(meeting.id));
    const readers = {
      board: async () => (await this.board.board(meeting.boardId)).name,
      currency: () => Promise.resolve(currency),
      nextOn: () => Promise.resolve(frame.nextOn),
      steps: () => this.room.steps(meeting, frame.to),
      attendance: () => this.room.attendance(meeting.id),
      stages: () => this.stages(frame),
      trust: () => this.trust(),
      sinceLast: () =>
        this.sinceLast.run(frame).then(async (cards) => {
          const { kept, broken, moved } = await commitments();
          return { ...cards, kept, broken, postponed: moved };
        }),
      wins: () => this.wins.run(frame),
      commitments,
      walk: async () => this.walk.run(frame, await walked()),
      candidates: () => this.candidates(frame),
      decisions: () => this.room.decisions(meeting.id),
      actions: () => this.room.actions(meeting.id),
      promised: () => this.promises.made(meeting.boardId, meeting.startedAt, frame.to),
      shown: () => this.room.shown(meeting.id, frame.to),
    };
    return new Content(readers, async (first, also) => {
      const been = new Set([...(await walked()), ...also]);
      return this.walk.run(frame, [...been], Math.max(first, LISTED));
    });
  }

  private async stages(frame: MeetingFrame): Promise<MeetingStage[]> {
    const stages = await frame.stages();
    const figures = await this.board.figures(stages.map(({ id }) => id));
    const cards = frame.slice && [...(await frame.cards()).values()].filter(({ onBoard }) => onBoard);
    return stages.map(({ id, name, category, wipLimit }) => {
      const all = figures.get(id) ?? { count: 0, bleedPerWeek: 0 };
      const held = cards?.filter(({ stageId }) => stageId === id);
      const shown = held ? { count: held.length, bleedPerWeek: rateOf(held, frame.hourlyCost) } : all;
      return { name, category, ...shown, countOfAll: all.count, wipLimit };
    });
  }

  private async trust(): Promise<TrustThen> {
    const figures = await this.trustFigures.run();
    const { kept, fixed, confirmed, checked, reopened, meanRating, timeToFixed } = figures;
    const { medianAgeDays, medianAnswerHours } = figures;
    return {
      kept: kept.kept,
      due: kept.due,
      fixed,
      confirmed,
      checked,
      reopened,
      meanRating,
      fixedWithinDays: timeToFixed.withinDays,
      fixedCases: timeToFixed.cases,
      medianAgeDays,
      medianAnswerHours,
    };
  }

  /** What bleeds and has an estimate of its effort, the best score first. */
  private async candidates({ stages, cards, hourlyCost }: MeetingFrame): Promise<MeetingCard[]> {
    const bleeding = new Set(
      (await stages()).filter(({ category }) => category === StageCategory.BLEEDING).map(({ id }) => id),
    );
    const scored = [...(await cards()).values()]
      .filter(({ onBoard, stageId, effortDays }) => onBoard && bleeding.has(stageId) && effortDays !== null)
      .map((card) => ({ id: card.id, score: scoreOf(bleedPerWeek(card, hourlyCost), card.effortDays) ?? 0 }))
      // What nobody has said to cost anything stops no bleeding.
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, MOST_CANDIDATES);
    const described = await this.describe.run(scored.map(({ id }) => id));
    return scored.flatMap(({ id }) => described.get(id) ?? []);
  }
}

function rateOf(cards: readonly CostEstimate[], hourlyCost: number): number {
  return cards.reduce((sum, card) => sum + bleedPerWeek(card, hourlyCost), 0);
}
