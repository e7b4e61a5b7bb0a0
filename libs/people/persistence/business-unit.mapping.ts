import { defineEntity, p } from '@mikro-orm/core';
import { BusinessUnit } from '../domain/business-unit.js';

export const BusinessUnitMapping = defineEntity({
  class: BusinessUnit,
  tableName: 'business_unit',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    nameKey: p.string(),
    createdAt: p.string(),
  },
});
