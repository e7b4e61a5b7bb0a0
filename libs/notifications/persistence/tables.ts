/** The tables of this part as queries see them. */
export interface NotificationTables {
  notification: NotificationRow;
  mail: MailRow;
  notification_preference: PreferenceRow;
  notification_settings: NotificationSettingsRow;
  digest_item: DigestItemRow;
  digest: DigestRow;
  incoming_mail: IncomingMailRow;
  push_device: PushDeviceRow;
  push: PushRow;
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
  language: string | null;
  state: string;
  created_at: string;
  send_after: string;
  next_attempt_at: string | null;
  attempts: number;
  sent_at: string | null;
  last_error: string | null;
}

/** A row of `notification_preference`: one choice that somebody made. */
export interface PreferenceRow {
  person_id: string;
  event_group: string;
  channel: string;
  choice: string;
}

/** A row of `notification_settings`: how somebody wants to be reached, besides what they chose an event. */
export interface NotificationSettingsRow {
  person_id: string;
  quiet_from: string | null;
  quiet_to: string | null;
  /** IANA name; null: the workspace's. */
  time_zone: string | null;
  /** Of mails, such as de; null: the workspace's. */
  language: string | null;
  paused_until: string | null;
  /** When the person left all mails. */
  mails_left_at: string | null;
  /** When the person left all push messages. */
  pushes_left_at: string | null;
  /** When the person left the weekly digest. */
  digest_left_at: string | null;
  /** When mails to this address came back for good, and why. */
  bounced_at: string | null;
  bounced_address: string | null;
  bounce_reason: string | null;
}

/** A row of `digest_item`. */
export interface DigestItemRow {
  event_id: string;
  person_id: string;
  channel: string;
  pain_point_id: string | null;
  notice: string;
  internal: boolean;
  at: string;
  digest_id: string | null;
}

/** A row of `digest`: that somebody had the digest of a week; without a mail when there was nothing to say. */
export interface DigestRow {
  person_id: string;
  week: string;
  at: string;
  mail_id: string | null;
}

/** A row of `incoming_mail`. */
export interface IncomingMailRow {
  id: string;
  message_key: string;
  at: string;
  from_address: string;
  subject: string;
  text: string;
  state: string;
  reason: string | null;
  pain_point_id: string | null;
}

/** A row of `push_device`. */
export interface PushDeviceRow {
  id: string;
  person_id: string;
  session_id: string | null;
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
  added_at: string;
  reached_at: string | null;
  failing_since: string | null;
  failure: string | null;
  given_up_at: string | null;
}

/** A row of `push`. */
export interface PushRow {
  id: string;
  event_id: string;
  person_id: string;
  device_id: string;
  kind: string;
  topic: string | null;
  pain_point_id: string | null;
  notice: string;
  internal: boolean;
  state: string;
  created_at: string;
  send_after: string;
  next_attempt_at: string | null;
  attempts: number;
  sent_at: string | null;
  last_error: string | null;
}
