import type { InEachLanguage } from '../domain/language.js';
import type { Notice } from '../domain/notice.js';
import { isSponsor, type NotificationKind } from '../domain/notification-rules.js';
import { asked, reminded } from './mails/asked.js';
import { bundle } from './mails/bundle.js';
import { closed } from './mails/closed.js';
import {
  commitmentBroken,
  commitmentExplained,
  commitmentMade,
  commitmentMoved,
  commitmentWithdrawn,
} from './mails/committed.js';
import { joined } from './mails/joined.js';
import { moved } from './mails/moved.js';
import { digest } from './mails/digest.js';
import { imported } from './mails/imported.js';
import { minutes } from './mails/minutes.js';
import { raised } from './mails/raised.js';
import { commented } from './mails/commented.js';
import { merged, tookIn } from './mails/merged.js';
import { reopened } from './mails/reopened.js';
import { commitmentNear } from './mails/commitment-near.js';
import { invited } from './mails/invited.js';
import { shared } from './mails/shared.js';
import { silent } from './mails/silent.js';
import { signInLink } from './mails/sign-in-link.js';
import { spokenFor } from './mails/spoken-for.js';
import { stillBleeding } from './mails/still-bleeding.js';
import { taskDone } from './mails/task-done.js';
import { bounced, unreadable, webhookPaused, webhookTest } from './mails/troubles.js';
import { winPublished } from './mails/win-published.js';
import { workaroundEnded, workaroundOffered } from './mails/workaround.js';
import { type Voice, VOICE_OF_THE_APP } from './voice.js';
import { oneLine, type Say, type Wording } from './wording.js';

/** The words for each kind of notice. */
const WORDS: Record<NotificationKind, Say> = {
  raised,
  joined,
  planned: moved,
  workaroundOffered,
  workaroundEnded,
  moved,
  asked,
  reminded,
  parked: closed,
  declined: closed,
  reopened,
  commitmentMade,
  commitmentMoved,
  commitmentWithdrawn,
  commitmentBroken,
  commitmentNear,
  commitmentExplained,
  taskDone,
  winPublished,
  merged,
  tookIn,
  commented,
  stillBleeding,
  silent,
  spokenFor,
  imported,
  signInLink,
  invited,
  shared,
  minutes,
  digest,
  bundle,
  bounced,
  unreadable,
  webhookPaused,
  webhookTest,
};

/** The subject of a mail about nothing that has a name. */
const NEWS: InEachLanguage<string> = {
  en: 'News from Stanch',
  de: 'Neues von Stanch',
  fr: 'Des nouvelles de Stanch',
};

/** What a notice says. */
export function say(notice: Notice, voice: Voice): Wording {
  return WORDS[notice.kind](notice, voice);
}

/** What a notice says in one line, as the list of the app has it; without a voice in the language of its screens. */
export function sayInApp(notice: Notice, voice: Voice = VOICE_OF_THE_APP): string {
  const { inApp, first } = say(notice, voice);
  return inApp ?? first;
}

/** Where a notice leads: to the card, over the page that its reader lives on; to the one it lives on in when it was merged. */
export function placeOf({ card, into, part }: Notice, { leadsTo }: Wording): string {
  const key = into?.key ?? card?.key;
  const page = isSponsor(part) ? 'mine' : 'board';
  return leadsTo ?? (key === undefined ? '' : `/${page}/p/${encodeURIComponent(key)}`);
}

/** The subject of its mail: begins with the key, and is the same for all mails of a pain point but a question. */
export function subjectOf(notice: Notice, voice: Voice): string {
  const { subject } = say(notice, voice);
  if (notice.card === null) return subject ?? NEWS[voice.language];
  const title = oneLine(notice.card.title, 120);
  return subject === undefined ? `[${notice.card.key}] ${title}` : `[${notice.card.key}] ${subject} ${title}`;
}
