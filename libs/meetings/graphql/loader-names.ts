/** The names under which this part registers its loaders. */
export const MEETING_LOADER = 'meeting';
export const WIN_LOADER = 'winOfMeeting';
export const TASK_LOADER = 'actionItem';
