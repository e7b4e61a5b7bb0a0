/** The types of the events that this part records; the data of each is in the interface of the same name. */
export const MEETING_STARTED = 'MeetingStarted';
export const MEETING_ENDED = 'MeetingEnded';

/** A meeting began. */
export interface MeetingStarted {
  meetingId: string;
  boardId: string;
}

/** A meeting was ended; its minutes are kept. */
export type MeetingEnded = MeetingStarted;
