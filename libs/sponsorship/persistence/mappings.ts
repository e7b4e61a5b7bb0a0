import { defineEntity, p } from '@mikro-orm/core';
import { Commitment } from '../domain/commitment.js';
import { Confirmation } from '../domain/confirmation.js';
import { ConfirmationRequest } from '../domain/confirmation-request.js';
import { Sponsorship } from '../domain/sponsorship.js';

const SponsorshipMapping = defineEntity({
  class: Sponsorship,
  tableName: 'sponsorship',
  properties: {
    painPointId: p.string().primary(),
    personId: p.string().primary(),
    reason: p.string().$type<Sponsorship['reason']>(),
    addedById: p.string(),
    at: p.string(),
    muted: p.boolean(),
  },
});

const CommitmentMapping = defineEntity({
  class: Commitment as never as new () => Commitment,
  tableName: 'commitment',
  properties: {
    id: p.string().primary(),
    painPointId: p.string(),
    byId: p.string(),
    madeOn: p.string(),
    dueOn: p.string(),
    firstDueOn: p.string(),
    state: p.string().$type<Commitment['state']>(),
    deliveredOn: p.string().nullable(),
    nearToldOn: p.string().nullable(),
    reason: p.text().nullable(),
    missedBecause: p.text().nullable(),
  },
});

const ConfirmationMapping = defineEntity({
  class: Confirmation as never as new () => Confirmation,
  tableName: 'confirmation',
  properties: {
    id: p.string().primary(),
    painPointId: p.string(),
    personId: p.string(),
    fixed: p.boolean(),
    rating: p.integer().nullable(),
    words: p.text(),
    at: p.string(),
    byId: p.string().nullable(),
    howKnown: p.text().nullable(),
  },
});

const ConfirmationRequestMapping = defineEntity({
  class: ConfirmationRequest as never as new () => ConfirmationRequest,
  tableName: 'confirmation_request',
  properties: {
    id: p.string().primary(),
    painPointId: p.string(),
    personId: p.string(),
    round: p.integer(),
    askedAt: p.string(),
    askedById: p.string().nullable(),
    remindedAt: p.string().nullable(),
    answeredAt: p.string().nullable(),
    fixed: p.boolean().nullable(),
    endedAt: p.string().nullable(),
  },
});

/** What this part keeps in the database. */
export const sponsorshipEntities = [
  SponsorshipMapping,
  CommitmentMapping,
  ConfirmationMapping,
  ConfirmationRequestMapping,
];
