/** What a column of a spreadsheet may stand for. */
export const ImportField = {
  /** The list's own number of the row; other rows refer to it ("same as no. 1"). */
  NUMBER: 'NUMBER',
  DATE: 'DATE',
  BUSINESS_UNIT: 'BUSINESS_UNIT',
  PERSON_NAME: 'PERSON_NAME',
  PERSON_EMAIL: 'PERSON_EMAIL',
  SERVICE: 'SERVICE',
  TITLE: 'TITLE',
  DESCRIPTION: 'DESCRIPTION',
  PEOPLE_AFFECTED: 'PEOPLE_AFFECTED',
  HOURS_LOST_PER_PERSON_PER_WEEK: 'HOURS_LOST_PER_PERSON_PER_WEEK',
  DIRECT_COST_PER_WEEK: 'DIRECT_COST_PER_WEEK',
  IDEA: 'IDEA',
  EFFORT_DAYS: 'EFFORT_DAYS',
  RATING: 'RATING',
  STATUS: 'STATUS',
  TAGS: 'TAGS',
  IGNORE: 'IGNORE',
} as const;
export type ImportField = (typeof ImportField)[keyof typeof ImportField];
