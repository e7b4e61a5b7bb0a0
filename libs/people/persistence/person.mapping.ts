import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../domain/person.js';

export const PersonMapping = defineEntity({
  class: Person,
  tableName: 'person',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    nameKey: p.string(),
    email: p.string().nullable(),
    role: p.string().$type<Person['role']>(),
    businessUnitId: p.string().nullable(),
    createdAt: p.string(),
    deactivatedAt: p.string().nullable(),
  },
});
