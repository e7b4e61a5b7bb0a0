import { defineEntity, p } from '@mikro-orm/core';
import { ApiToken } from '../domain/api-token.js';

export const ApiTokenMapping = defineEntity({
  class: ApiToken,
  tableName: 'api_token',
  properties: {
    id: p.string().primary(),
    personId: p.string(),
    name: p.string(),
    secretHash: p.string(),
    createdAt: p.string(),
    lastUsedAt: p.string().nullable(),
  },
});
