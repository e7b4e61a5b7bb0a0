import type { Day } from '@stanch/kernel';
import { People, WorkspaceSettings } from '@stanch/people';
import { bleedPerWeek, ReadLinked, type Stage, StageCategory, TaskState } from '@stanch/remediation';
import { CommitmentState, isChecked, Sponsors, standingAmong } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import type { LateTask, NextTask, Walk, WalkItem } from '../domain/minutes.js';
import { dealtWith, type Talk, toDecide, waitingLong, walkBoard } from '../domain/walk.js';
import { type LeanCard, MeetingFacts } from '../persistence/meeting-facts.js';
import { DescribeCards } from './describe-cards.js';
import type { MeetingFrame } from './meeting-frame.js';

/** So many cards are listed as a rule; a meeting goes through fewer. */
export const LISTED = 100;
/** However many are asked for. */
const MOST_LISTED = 1_000;

/** Reads which cards need talk, and what there is to decide about each. */
@Injectable()
export class ReadWalk {
  constructor(
    private readonly facts: MeetingFacts,
    private readonly linked: ReadLinked,
    private readonly sponsors: Sponsors,
    private readonly people: People,
    private readonly describe: DescribeCards,
    private readonly settings: WorkspaceSettings,
  ) {}

  /** `walked` are the cards that this meeting has been to: they stay, also once they need no more talk. */
  async run(frame: MeetingFrame, walked: readonly string[], first = LISTED): Promise<Walk> {
    const stages = await frame.stages();
    // A stage holds too many because of all that stands in it, whatever slice is looked at.
    const cards = [...(await frame.wholeBoard()).values()].filter(({ onBoard }) => onBoard);
    const missed = await this.missed(frame, stages, cards);
    const late = await this.facts.lateTasks(frame.boardId, frame.today);
    const facts = {
      now: frame.to,
      stages,
      cards: cards.map((card) => ({ ...card, bleedPerWeek: bleedPerWeek(card, frame.hourlyCost) })),
      paces: await frame.paces(),
      overdue: new Set([...missed.keys(), ...late.keys()]),
      raised: new Set((await frame.net()).raised),
    };
    const all = walkBoard(facts);
    const held = new Map(stages.map(({ id }) => [id, cards.filter(({ stageId }) => stageId === id).length]));
    const { slice } = frame;
    const shown = slice ? facts.cards.filter(({ id }) => slice.has(id)) : facts.cards;
    const talks = slice ? all.filter(({ painPointId }) => slice.has(painPointId)) : all;
    const settled = await this.settled(frame, walked, talks);
    const listed = [...settled, ...talks].slice(0, Math.min(first + settled.length, MOST_LISTED));
    return {
      count: talks.length,
      byStage: stages.map((stage) => ({
        stage: stage.name,
        count: talks.filter(({ stageId }) => stageId === stage.id).length,
        ...(stage.category === StageCategory.BLEEDING && { waitLong: waitingLong(stage, { ...facts, cards: shown }) }),
      })),
      items: await this.items(listed, { stages, held, missed, late }),
    };
  }

  private async settled(frame: MeetingFrame, walked: readonly string[], talks: readonly Talk[]): Promise<Talk[]> {
    const open = new Set(talks.map(({ painPointId }) => painPointId));
    const cards = await frame.cards();
    const paces = await frame.paces();
    return walked.flatMap((id) => {
      const card = open.has(id) ? undefined : cards.get(id);
      return card ? [dealtWith(card, { now: frame.to, paces })] : [];
    });
  }

  private async items(
    talks: readonly Talk[],
    board: {
      stages: readonly Stage[];
      held: ReadonlyMap<string, number>;
      missed: ReadonlyMap<string, Day>;
      late: ReadonlyMap<string, LateTask>;
    },
  ): Promise<WalkItem[]> {
    const ids = talks.map(({ painPointId }) => painPointId);
    const cards = await this.describe.run(ids);
    const next = await this.nextTasks(ids);
    const { locale } = await this.settings.current();
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    const sayDay = (day: Day) => format.format(new Date(day));
    return talks.flatMap((talk): WalkItem[] => {
      const { painPointId, stageId, reasons, daysInStage, usual } = talk;
      const card = cards.get(painPointId);
      if (!card) return [];
      const wipLimit = board.stages.find(({ id }) => id === stageId)?.wipLimit ?? null;
      const missed = board.missed.get(painPointId) ?? null;
      const lateTask = board.late.get(painPointId) ?? null;
      return [
        {
          card,
          reasons,
          daysInStage,
          usualDays: usual.days,
          usualCases: usual.cases,
          usualIsFallback: usual.isFallback,
          missedOn: missed,
          lateTask,
          nextTask: next.get(painPointId) ?? null,
          toDecide:
            reasons.length === 0
              ? ''
              : toDecide({ card, talk, held: board.held.get(stageId) ?? 0, wipLimit, missed, lateTask, sayDay }),
        },
      ];
    });
  }

  /** The first that is not done, of those that its sponsors may see: it is read in their presence. */
  private async nextTasks(painPointIds: readonly string[]): Promise<Map<string, NextTask>> {
    if (painPointIds.length === 0) return new Map();
    const listed = await this.linked.tasks(painPointIds, 'shared');
    const first = [...listed].flatMap(([id, tasks]) => {
      const open = tasks.find(({ task }) => task.state !== TaskState.DONE);
      return open ? [{ id, task: open.task }] : [];
    });
    const people = await this.people.byIds(first.flatMap(({ task }) => task.assigneeId ?? []));
    return new Map(
      first.map(({ id, task: { id: taskId, title, assigneeId, dueOn, blocked } }) => {
        const assignee = people.find((person) => person.id === assigneeId)?.name ?? null;
        return [id, { taskId, title, assignee, dueOn, blocked }];
      }),
    );
  }

  /** The dates that have passed, of what is still at work. */
  private async missed(
    { today }: MeetingFrame,
    stages: readonly Stage[],
    cards: readonly LeanCard[],
  ): Promise<Map<string, Day>> {
    const atWork = new Set(stages.filter(({ category }) => !isChecked(category)).map(({ id }) => id));
    const unsettled = await this.sponsors.commitmentsSince(today);
    const late = new Set(
      unsettled
        .filter((commitment) => commitment.stateOn(today) === CommitmentState.BROKEN)
        .map(({ painPointId }) => painPointId),
    );
    const ids = cards.filter(({ id, stageId }) => late.has(id) && atWork.has(stageId)).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const commitments = await this.sponsors.commitments(ids);
    return new Map(
      ids.flatMap((id) => {
        const standing = standingAmong(commitments.get(id) ?? []);
        return standing?.stateOn(today) === CommitmentState.BROKEN ? [[id, standing.dueOn] as const] : [];
      }),
    );
  }
}
