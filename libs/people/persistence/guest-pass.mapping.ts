import { defineEntity, p } from '@mikro-orm/core';
import { GuestPass, PassKind } from '../domain/guest-pass.js';

export const GuestPassMapping = defineEntity({
  class: GuestPass,
  tableName: 'guest_pass',
  properties: {
    id: p.string().primary(),
    kind: p.enum(() => PassKind),
    name: p.string(),
    meetingId: p.string().nullable(),
    secretHash: p.string().nullable(),
    codeHash: p.string().nullable(),
    codeUntil: p.string().nullable(),
    madeById: p.string(),
    madeAt: p.string(),
    until: p.string().nullable(),
    revokedAt: p.string().nullable(),
    lastUsedAt: p.string().nullable(),
  },
});
