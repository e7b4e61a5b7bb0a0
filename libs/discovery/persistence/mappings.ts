import { defineEntity, p } from '@mikro-orm/core';
import { Interview, Quote, Rating } from '../domain/interview.js';
import { Service, ServiceUse } from '../domain/service.js';

const ServiceMapping = defineEntity({
  class: Service,
  tableName: 'service',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    nameKey: p.string(),
    description: p.text(),
    ownerId: p.string().nullable(),
    monthlyCost: p.double().nullable(),
    createdAt: p.string(),
  },
});

const ServiceUseMapping = defineEntity({
  class: ServiceUse,
  tableName: 'service_use',
  properties: {
    serviceId: p.string().primary(),
    businessUnitId: p.string().primary(),
    share: p.double(),
    uses: p.boolean(),
  },
});

const InterviewMapping = defineEntity({
  class: Interview,
  tableName: 'interview',
  properties: {
    id: p.string().primary(),
    heldOn: p.string(),
    notes: p.text(),
    heldById: p.string().nullable(),
  },
});

const QuoteMapping = defineEntity({
  class: Quote,
  tableName: 'quote',
  properties: {
    id: p.string().primary(),
    interviewId: p.string(),
    text: p.text(),
    personId: p.string().nullable(),
    serviceId: p.string().nullable(),
  },
});

const RatingMapping = defineEntity({
  class: Rating,
  tableName: 'rating',
  properties: {
    id: p.string().primary(),
    interviewId: p.string(),
    serviceId: p.string(),
    personId: p.string().nullable(),
    score: p.integer(),
  },
});

/** What this part keeps in the database. */
export const discoveryEntities = [ServiceMapping, ServiceUseMapping, InterviewMapping, QuoteMapping, RatingMapping];
