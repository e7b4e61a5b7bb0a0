import type { NotificationEvent } from '../../graphql/generated/types.js';

/** What one can choose to hear of, as the settings and the way out call it. */
export const EVENT_WORDS: Record<NotificationEvent, string> = {
  RAISED: 'A pain point is raised for you',
  JOINED: 'You are added to a pain point, or somebody joins yours',
  MOVED: 'It moves to another stage',
  PLANNED: 'It is planned, or something helps until it is fixed',
  LEFT: 'It is parked or declined',
  COMMITMENT: 'A date is promised, moved or broken',
  COMMENT: 'Somebody says something',
  WIN: 'A win is published',
  TASK_DONE: 'A remediation task is done',
  STILL_BLEEDING: 'Another sponsor says: still bleeding',
  MERGED: 'It is merged with another one',
  MINUTES: 'The minutes of a meeting you were at, or could not come to',
  SILENCE: 'Nobody says a word to its sponsors',
};

/** The same as a team hears it, which raised and joined nothing itself. */
export const TEAM_EVENT_WORDS: Record<NotificationEvent, string> = {
  ...EVENT_WORDS,
  RAISED: 'A pain point is raised',
  JOINED: 'Somebody joins a pain point',
  MINUTES: 'The minutes of the status meeting',
  STILL_BLEEDING: 'A sponsor says: still bleeding',
};
