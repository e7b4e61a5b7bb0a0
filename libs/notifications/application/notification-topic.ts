import type { Notification } from '../domain/notification.js';

/** A notification as open screens hear of it. */
export interface LiveNotification extends Notification {
  /** Taken back before it was read: it stands in no list any more. */
  readonly takenBack?: boolean;
}

/** The live topic of what a person is told. */
export function notificationTopic(personId: string): string {
  return `notifications:${personId}`;
}
