import { type Instant, notFound } from '@stanch/kernel';
import { BusinessUnits, People } from '@stanch/people';
import { ReadLinked, RemediationTask, Visibility, Win } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { AgendaStepKind } from '../domain/agenda.js';
import { staysOf, timeSpent } from '../domain/time-spent.js';
import type { ActionItem, Attendance, DecisionTaken, MeetingStep, ShownItem } from '../domain/minutes.js';
import type { Meeting } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { DescribeCards } from './describe-cards.js';

/** Reads what happened in the room: who was there, how long each step took, what was decided and given out. */
@Injectable()
export class ReadRoom {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly people: People,
    private readonly units: BusinessUnits,
    private readonly linked: ReadLinked,
    private readonly describe: DescribeCards,
  ) {}

  async steps({ id, steps }: Meeting, until: Instant): Promise<MeetingStep[]> {
    const spent = timeSpent(await this.meetings.shown(id), until);
    return steps.map(({ kind, minutes }) => ({
      kind,
      minutes,
      secondsSpent: Math.round((spent.get(kind) ?? 0) / 1000),
    }));
  }

  /** Each step, card and win that was on the screen, once, in the order in which it came there first. */
  async shown(meetingId: string, until: Instant): Promise<ShownItem[]> {
    const shown = staysOf(await this.meetings.shown(meetingId), until);
    const items = [...Map.groupBy(shown, ({ step, painPointId, winId }) => `${step} ${painPointId ?? winId ?? ''}`)];
    const cards = await this.describe.run(shown.flatMap(({ painPointId }) => painPointId ?? []));
    const winIds = shown.flatMap(({ winId }) => winId ?? []);
    const wins = await this.unitOfWork.read((em) => em.find(Win, { id: { $in: winIds } }));
    return items.flatMap(([, stays]): ShownItem[] => {
      const [first] = stays;
      if (!first) return [];
      const { step, painPointId, winId } = first;
      const card = painPointId === null ? undefined : cards.get(painPointId);
      const win = wins.find(({ id }) => id === winId);
      const what = card ? `${card.key} ${card.title}` : (win?.headline ?? null);
      const seconds = Math.round(stays.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000);
      return [{ step, what, painPointId, winId, seconds, card: card ?? null }];
    });
  }

  /** The cards that the walk has been to, in that order. */
  async walked(meetingId: string): Promise<string[]> {
    const shown = await this.meetings.shown(meetingId);
    const walk = shown.filter(({ step }) => step === AgendaStepKind.WALK);
    return [...new Set(walk.flatMap(({ painPointId }) => painPointId ?? []))];
  }

  /** By name, those who were there first. */
  async attendance(meetingId: string): Promise<Attendance[]> {
    const noted = await this.meetings.attendance(meetingId);
    const people = await this.people.byIds(noted.map(({ personId }) => personId));
    const units = await this.units.byIds(people.flatMap(({ businessUnitId }) => businessUnitId ?? []));
    return people
      .map(({ id, name, businessUnitId }) => ({
        personId: id,
        name,
        businessUnit: units.find((unit) => unit.id === businessUnitId)?.name ?? null,
        present: noted.some(({ personId, present }) => personId === id && present),
      }))
      .toSorted((one, other) => Number(other.present) - Number(one.present) || one.name.localeCompare(other.name));
  }

  async decisions(meetingId: string): Promise<DecisionTaken[]> {
    const decisions = await this.meetings.decisions(meetingId);
    const people = await this.people.byIds(decisions.map(({ byId }) => byId));
    const cards = await this.describe.run(decisions.flatMap(({ painPointId }) => painPointId ?? []));
    return decisions.map(({ id, text, at, byId, painPointId }) => ({
      id,
      text,
      at,
      by: people.find((person) => person.id === byId)?.name ?? '',
      card: (painPointId && cards.get(painPointId)) || null,
    }));
  }

  /** A decision that stands. */
  async decision(meetingId: string, id: string): Promise<DecisionTaken> {
    const decision = (await this.decisions(meetingId)).find((one) => one.id === id);
    if (!decision) throw notFound('decision');
    return decision;
  }

  async action(meetingId: string, taskId: string): Promise<ActionItem> {
    const action = (await this.actions(meetingId)).find((one) => one.taskId === taskId);
    if (!action) throw notFound('action item');
    return action;
  }

  /** What somebody has made internal meanwhile is not told any more. */
  async actions(meetingId: string): Promise<ActionItem[]> {
    const ids = await this.meetings.actionIds(meetingId);
    if (ids.length === 0) return [];
    const found = await this.unitOfWork.read((em) =>
      em.find(RemediationTask, { id: { $in: ids }, visibility: Visibility.SHARED }),
    );
    const people = await this.people.byIds(found.flatMap(({ assigneeId }) => assigneeId ?? []));
    const behind = await this.linked.painPointIdsOf('task', ids);
    const cards = await this.describe.run([...behind.values()].flat());
    return ids.flatMap((id) => {
      const task = found.find((one) => one.id === id);
      if (!task) return [];
      const { title, assigneeId, dueOn, state } = task;
      const assignee = people.find((person) => person.id === assigneeId)?.name ?? null;
      const its = (behind.get(id) ?? []).flatMap((painPointId) => cards.get(painPointId) ?? []);
      return [{ taskId: id, title, assignee, dueOn, state, cards: its }];
    });
  }
}
