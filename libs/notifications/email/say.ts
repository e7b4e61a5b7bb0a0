import type { Notice } from '../domain/notice.js';
import type { NotificationKind } from '../domain/notification-rules.js';
import { asked, reminded } from './mails/asked.js';
import { bundle } from './mails/bundle.js';
import { closed } from './mails/closed.js';
import { commitmentBroken, commitmentMade, commitmentMoved } from './mails/committed.js';
import { joined } from './mails/joined.js';
import { moved } from './mails/moved.js';
import { digest } from './mails/digest.js';
import { imported } from './mails/imported.js';
import { raised } from './mails/raised.js';
import { commented } from './mails/commented.js';
import { merged, tookIn } from './mails/merged.js';
import { reopened } from './mails/reopened.js';
import { commitmentNear } from './mails/commitment-near.js';
import { invited } from './mails/invited.js';
import { shared } from './mails/shared.js';
import { signInLink } from './mails/sign-in-link.js';
import { stillBleeding } from './mails/still-bleeding.js';
import { taskDone } from './mails/task-done.js';
import { bounced, unreadable, webhookPaused, webhookTest } from './mails/troubles.js';
import { winPublished } from './mails/win-published.js';
import { oneLine, type Wording } from './wording.js';

/** The words for each kind of notice. */
const WORDS: Record<NotificationKind, (notice: Notice) => Wording> = {
  raised,
  joined,
  planned: moved,
  moved,
  asked,
  reminded,
  parked: closed,
  declined: closed,
  reopened,
  commitmentMade,
  commitmentMoved,
  commitmentBroken,
  commitmentNear,
  taskDone,
  winPublished,
  merged,
  tookIn,
  commented,
  stillBleeding,
  imported,
  signInLink,
  invited,
  shared,
  digest,
  bundle,
  bounced,
  unreadable,
  webhookPaused,
  webhookTest,
};

/** What a notice says. */
export function say(notice: Notice): Wording {
  return WORDS[notice.kind](notice);
}

/** What a notice says in the list of the app. */
export function sayInApp(notice: Notice): string {
  const { inApp, first } = say(notice);
  return inApp ?? first;
}

/** The subject of its mail: begins with the key, and is the same for all mails of a pain point but a question. */
export function subjectOf(notice: Notice): string {
  const { subject } = say(notice);
  if (notice.card === null) return subject ?? 'News from Stanch';
  const title = oneLine(notice.card.title, 120);
  return subject === undefined ? `[${notice.card.key}] ${title}` : `[${notice.card.key}] ${subject} ${title}`;
}
