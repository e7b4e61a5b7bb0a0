import type { ImportField } from '../../graphql/generated/types.js';

/** What a column can stand for, in the order in which people look for it. */
export const FIELD_WORDS: readonly (readonly [ImportField, string])[] = [
  ['IGNORE', '— leave it out —'],
  ['DESCRIPTION', 'The pain, in their words'],
  ['TITLE', 'A short title'],
  ['PERSON_NAME', 'Who said it'],
  ['PERSON_EMAIL', 'E-mail address'],
  ['BUSINESS_UNIT', 'Business unit'],
  ['SERVICE', 'Service'],
  ['DATE', 'Date it was said'],
  ['PEOPLE_AFFECTED', 'People affected'],
  ['HOURS_LOST_PER_PERSON_PER_WEEK', 'Hours lost, each a week'],
  ['DIRECT_COST_PER_WEEK', 'Direct cost a week'],
  ['IDEA', 'Idea for a fix'],
  ['EFFORT_DAYS', 'Effort in days'],
  ['RATING', 'Rating of the service, 1 to 5'],
  ['STATUS', 'Stage'],
  ['TAGS', 'Tags'],
  ['NUMBER', 'Number of the row'],
];
