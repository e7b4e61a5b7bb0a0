/** The tables of this part as queries see them. */
export interface NotificationTables {
  notification: NotificationRow;
  mail: MailRow;
}

/** A row of `notification`. */
export interface NotificationRow {
  id: string;
  event_id: string;
  person_id: string;
  kind: string;
  topic: string | null;
  pain_point_id: string | null;
  actor_id: string | null;
  text: string;
  notice: string;
  internal: boolean;
  at: string;
  read_at: string | null;
}

/** A row of `mail`. */
export interface MailRow {
  id: string;
  event_id: string;
  person_id: string;
  address: string;
  kind: string;
  topic: string | null;
  pain_point_id: string | null;
  notice: string;
  internal: boolean;
  message_id: string;
  state: string;
  created_at: string;
  send_after: string;
  next_attempt_at: string | null;
  attempts: number;
  sent_at: string | null;
  last_error: string | null;
}
