import { defineEntity, p } from '@mikro-orm/core';
import { Agenda } from '../domain/agenda.js';
import { Decision } from '../domain/decision.js';
import { Meeting } from '../domain/meeting.js';

const AgendaMapping = defineEntity({
  class: Agenda,
  tableName: 'agenda',
  properties: {
    boardId: p.string().primary(),
    steps: p.json<Agenda['steps']>(),
  },
});

const MeetingMapping = defineEntity({
  class: Meeting,
  tableName: 'meeting',
  properties: {
    id: p.string().primary(),
    boardId: p.string(),
    state: p.string().$type<Meeting['state']>(),
    startedAt: p.string(),
    startedById: p.string(),
    endedAt: p.string().nullable(),
    endedById: p.string().nullable(),
    since: p.string().nullable(),
    steps: p.json<Meeting['steps']>(),
    revision: p.integer(),
    position: p.json<Meeting['position']>(),
    presentedAt: p.string(),
    presentedById: p.string(),
    presentedOn: p.string().nullable(),
    slice: p.json<NonNullable<Meeting['slice']>>().nullable(),
  },
});

const DecisionMapping = defineEntity({
  class: Decision,
  tableName: 'decision',
  properties: {
    id: p.string().primary(),
    meetingId: p.string(),
    text: p.text(),
    painPointId: p.string().nullable(),
    at: p.string(),
    byId: p.string(),
    takenBackAt: p.string().nullable(),
  },
});

/** What this part keeps in the database by MikroORM's unit of work; what hangs on a meeting has a shorter way. */
export const meetingsEntities = [AgendaMapping, MeetingMapping, DecisionMapping];
