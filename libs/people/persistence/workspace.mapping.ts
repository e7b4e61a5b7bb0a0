import { defineEntity, p } from '@mikro-orm/core';
import { Workspace } from '../domain/workspace.js';

export const WorkspaceMapping = defineEntity({
  class: Workspace,
  tableName: 'workspace',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    currency: p.string(),
    hourlyCost: p.double(),
    locale: p.string(),
    timeZone: p.string(),
    meetingWeekday: p.integer(),
    meetingTime: p.string(),
    holidays: p.json<Workspace['holidays']>(),
    createdAt: p.string(),
    singleton: p.integer(),
  },
});
