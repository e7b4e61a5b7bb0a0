import { ReadMinutes, type ToldMinutes } from '@stanch/meetings';
import { type Person, People, Role, seesInternal } from '@stanch/people';
import {
  type Comment,
  ReadBoard,
  ReadLinked,
  type ReadPainPoint,
  ReadPainPoints,
  type Stage,
  type Win,
} from '@stanch/remediation';
import { type ConfirmationRequest, Sponsors, StoredConfirmations, StoredRequests } from '@stanch/sponsorship';
import { Injectable } from '@nestjs/common';
import type { NoticedCard } from '../domain/notice.js';
import type { Circle, Hearing } from '../domain/notification-rules.js';
import type { HeardEvent } from './heard-events.js';
import type { Wanted } from './occasions.js';

/** All that is around the events of a batch, as it stands now. */
export interface Surroundings {
  readonly hearing: Hearing;
  circle(painPointId: string): Circle | null;
  card(painPointId: string): NoticedCard | null;
  person(id: string | null | undefined): Person | null;
  comment(id: string): Comment | null;
  win(id: string): Win | null;
  minutes(meetingId: string): ToldMinutes | null;
  /** The sponsor whose yes a lead brought; null when the sponsor gave it, or nobody. */
  confirmedFor(painPointId: string): string | null;
}

/** Reads who stands around pain points and what they are called: a few queries, however many events. */
@Injectable()
export class ReadSurroundings {
  constructor(
    private readonly painPoints: ReadPainPoints,
    private readonly board: ReadBoard,
    private readonly linked: ReadLinked,
    private readonly sponsors: Sponsors,
    private readonly requests: StoredRequests,
    private readonly confirmations: StoredConfirmations,
    private readonly people: People,
    private readonly meetings: ReadMinutes,
  ) {}

  /** The pain points that events speak of. */
  async cards(events: readonly HeardEvent[]): Promise<Map<string, ReadPainPoint>> {
    const ids = new Set(events.flatMap(painPointIdsOf));
    return new Map((await this.painPoints.byIds([...ids])).map((card) => [card.id, card]));
  }

  /** What is around these pain points, and what the notices want to know besides. */
  async around(
    events: readonly HeardEvent[],
    cards: ReadonlyMap<string, ReadPainPoint>,
    wanted: readonly Wanted[],
  ): Promise<Surroundings> {
    const ids = [...cards.keys()];
    const stages = await this.stagesOf(cards);
    const sponsors = await this.sponsors.of(ids);
    const moved = events.some(({ type }) => type === 'PainPointMoved');
    const asked = moved ? await this.requests.latest(ids) : new Map<string, ConfirmationRequest[]>();
    const tasks = await this.linked.tasks(ids, 'all');
    const leadIds = events.some(reachesLeads) ? await this.leadIds() : [];
    const circles = new Map(
      [...cards.values()].map((card): [string, Circle] => [
        card.id,
        {
          raiserId: card.raiserId,
          sponsors: sponsors.get(card.id) ?? [],
          ownerId: card.ownerId,
          assigneeIds: assigneesOf(tasks.get(card.id) ?? []),
          leadIds,
          askedIds: (asked.get(card.id) ?? []).filter(({ open }) => open).map(({ personId }) => personId),
        },
      ]),
    );
    const minutes = await this.minutesOf(events);
    const people = await this.peopleOf(events, [...circles.values()], wanted, [...minutes.values()]);
    const comments = await this.commentsOf(events);
    const wins = await this.winsOf(events);
    const brought = moved ? await this.broughtYes([...cards.values()]) : new Map<string, string>();
    return {
      hearing: {
        active: (id) => people.get(id)?.active ?? false,
        seesInternal: (id) => seesInternal(people.get(id)?.role ?? Role.VIEWER),
      },
      circle: (id) => circles.get(id) ?? null,
      card: (id) => noticed(cards.get(id), stages),
      person: (id) => (id ? (people.get(id) ?? null) : null),
      comment: (id) => comments.get(id) ?? null,
      win: (id) => wins.get(id) ?? null,
      minutes: (meetingId) => minutes.get(meetingId) ?? null,
      confirmedFor: (id) => brought.get(id) ?? null,
    };
  }

  private async stagesOf(cards: ReadonlyMap<string, ReadPainPoint>): Promise<Map<string, Stage>> {
    const ids = new Set([...cards.values()].map(({ stageId }) => stageId));
    return new Map((await this.board.stagesById([...ids])).map((stage) => [stage.id, stage]));
  }

  private async leadIds(): Promise<string[]> {
    return (await this.people.withRole(Role.LEAD)).map(({ id }) => id);
  }

  private async peopleOf(
    events: readonly HeardEvent[],
    circles: readonly Circle[],
    wanted: readonly Wanted[],
    minutes: readonly ToldMinutes[],
  ): Promise<Map<string, Person>> {
    const ids = new Set<string>();
    for (const { raiserId, sponsors, ownerId, assigneeIds, leadIds } of circles) {
      for (const id of [raiserId, ownerId, ...assigneeIds, ...leadIds]) if (id !== null) ids.add(id);
      for (const { personId } of sponsors) ids.add(personId);
    }
    for (const { byId, personId } of wanted) for (const id of [byId, personId]) if (id !== undefined) ids.add(id);
    for (const told of minutes) for (const { personId } of told.minutes.attendance) ids.add(personId);
    for (const event of events) {
      if (event.actorId !== null) ids.add(event.actorId);
      if (event.type === 'PainPointsImported') for (const { personId } of event.data.counts) ids.add(personId);
    }
    return new Map((await this.people.byIds([...ids])).map((person) => [person.id, person]));
  }

  private async minutesOf(events: readonly HeardEvent[]): Promise<Map<string, ToldMinutes>> {
    const ids = events.flatMap((event) => (event.type === 'MeetingEnded' ? [event.data.meetingId] : []));
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.meetings.told(id)] as const)));
  }

  /** The names of sponsors whose yes a lead brought, by the pain points that count as fixed by it. */
  private async broughtYes(cards: readonly ReadPainPoint[]): Promise<Map<string, string>> {
    const confirmed = cards.filter((card) => card.confirmed).map(({ id }) => id);
    if (confirmed.length === 0) return new Map();
    const answers = [...(await this.confirmations.of(confirmed))].flatMap(([id, all]) => {
      const yes = all.findLast(({ fixed }) => fixed);
      return yes === undefined || yes.byId === null ? [] : [{ id, personId: yes.personId }];
    });
    const people = await this.people.byIds(answers.map(({ personId }) => personId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return new Map(answers.map(({ id, personId }) => [id, names.get(personId) ?? 'a sponsor']));
  }

  private async commentsOf(events: readonly HeardEvent[]): Promise<Map<string, Comment>> {
    const ids = events.flatMap((event) => (event.type === 'CommentAdded' ? [event.data.painPointId] : []));
    if (ids.length === 0) return new Map();
    const found = await this.linked.comments([...new Set(ids)], 'all');
    return new Map([...found.values()].flat().map((comment) => [comment.id, comment]));
  }

  private async winsOf(events: readonly HeardEvent[]): Promise<Map<string, Win>> {
    const ids = events.flatMap((event) => (isOfWin(event) ? event.data.painPointIds : []));
    if (ids.length === 0) return new Map();
    const found = await this.linked.wins([...new Set(ids)], 'shared');
    return new Map([...found.values()].flat().map((win) => [win.id, win]));
  }
}

function isOfWin(event: HeardEvent): event is Extract<HeardEvent, { type: 'WinPublished' | 'WinShared' }> {
  return event.type === 'WinPublished' || event.type === 'WinShared';
}

function reachesLeads({ type }: HeardEvent): boolean {
  return type === 'PainPointRaised' || type === 'PainPointSilent';
}

function painPointIdsOf(event: HeardEvent): string[] {
  if (event.type === 'PainPointsImported' || event.type === 'MeetingEnded') return [];
  if (event.type === 'TaskDone' || isOfWin(event)) return event.data.painPointIds;
  if (event.type === 'PainPointMerged') return [event.data.painPointId, event.data.intoId];
  return [event.data.painPointId];
}

function assigneesOf(tasks: readonly { readonly task: { readonly assigneeId: string | null } }[]): string[] {
  return [...new Set(tasks.flatMap(({ task }) => (task.assigneeId === null ? [] : [task.assigneeId])))];
}

function noticed(card: ReadPainPoint | undefined, stages: ReadonlyMap<string, Stage>): NoticedCard | null {
  if (card === undefined) return null;
  const { id, key, title, confirmed, closedAt } = card;
  return {
    id,
    key,
    title,
    confirmed,
    category: closedAt === null ? (stages.get(card.stageId)?.category ?? null) : null,
  };
}
