import { defineEntity, p } from '@mikro-orm/core';
import { Board } from '../domain/board.js';
import { Change } from '../domain/change.js';
import { Comment } from '../domain/comment.js';
import { RemediationTask } from '../domain/remediation-task.js';
import { Stage } from '../domain/stage.js';
import { Win } from '../domain/win.js';

const BoardMapping = defineEntity({
  class: Board,
  tableName: 'board',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    keyPrefix: p.string(),
    nextNumber: p.integer(),
    revision: p.integer(),
    isDefault: p.boolean(),
  },
});

const StageMapping = defineEntity({
  class: Stage,
  tableName: 'stage',
  properties: {
    id: p.string().primary(),
    boardId: p.string(),
    name: p.string(),
    category: p.string().$type<Stage['category']>(),
    wipLimit: p.integer().nullable(),
    position: p.string(),
  },
});

const ChangeMapping = defineEntity({
  class: Change,
  tableName: 'change',
  properties: {
    id: p.string().primary(),
    painPointId: p.string(),
    boardId: p.string(),
    revision: p.integer(),
    version: p.integer(),
    at: p.string(),
    actorId: p.string().nullable(),
    kind: p.string().$type<Change['kind']>(),
    field: p.string(),
    from: p.text().nullable().fieldName('from_text'),
    to: p.text().nullable().fieldName('to_text'),
    oldValue: p.json<unknown>().nullable(),
    newValue: p.json<unknown>().nullable(),
    visibility: p.string().$type<Change['visibility']>(),
    undoes: p.string().nullable(),
  },
});

const RemediationTaskMapping = defineEntity({
  class: RemediationTask,
  tableName: 'remediation_task',
  properties: {
    id: p.string().primary(),
    title: p.string(),
    state: p.string().$type<RemediationTask['state']>(),
    assigneeId: p.string().nullable(),
    dueOn: p.string().nullable(),
    estimateDays: p.double().nullable(),
    url: p.string().nullable(),
    blocked: p.boolean(),
    blockedReason: p.string().nullable(),
    visibility: p.string().$type<RemediationTask['visibility']>(),
    version: p.integer(),
    changedIn: p.json<RemediationTask['changedIn']>(),
    createdAt: p.string(),
    doneAt: p.string().nullable(),
  },
});

const WinMapping = defineEntity({
  class: Win,
  tableName: 'win',
  properties: {
    id: p.string().primary(),
    headline: p.string(),
    measure: p.string().nullable(),
    unit: p.string().nullable(),
    before: p.double().nullable().fieldName('before_value'),
    after: p.double().nullable().fieldName('after_value'),
    savedPerWeek: p.double().nullable(),
    achievedOn: p.string(),
    publishedAt: p.string().nullable(),
    recordedById: p.string(),
    recordedAt: p.string(),
    quote: p.text().nullable(),
    quotedId: p.string().nullable(),
  },
});

const CommentMapping = defineEntity({
  class: Comment,
  tableName: 'comment',
  properties: {
    id: p.string().primary(),
    painPointId: p.string(),
    authorId: p.string(),
    text: p.text(),
    visibility: p.string().$type<Comment['visibility']>(),
    at: p.string(),
  },
});

/** What this part keeps in the database by MikroORM's unit of work; pain points have a shorter way of their own. */
export const remediationEntities = [
  BoardMapping,
  StageMapping,
  ChangeMapping,
  RemediationTaskMapping,
  WinMapping,
  CommentMapping,
];
