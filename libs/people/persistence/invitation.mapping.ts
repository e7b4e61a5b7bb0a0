import { defineEntity, p } from '@mikro-orm/core';
import { Invitation } from '../domain/invitation.js';

export const InvitationMapping = defineEntity({
  class: Invitation,
  tableName: 'invitation',
  properties: {
    personId: p.string().primary(),
    invitedById: p.string(),
    sentAt: p.string(),
    words: p.text(),
    acceptedAt: p.string().nullable(),
    withdrawnAt: p.string().nullable(),
  },
});
