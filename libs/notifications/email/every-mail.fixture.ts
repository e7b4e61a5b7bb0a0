import { Language } from '../domain/language.js';
import type { Category, Move } from '../domain/net-move.js';
import type { DigestContent, Notice } from '../domain/notice.js';
import { NotificationKind, type Part, RULES } from '../domain/notification-rules.js';
import type { MailFrame } from './render-mail.js';
import { voiceFor } from './voice.js';

/** What people typed here is Finnish, so that it is not taken for words of the mails themselves. */
export const CARD = {
  id: 'c17',
  key: 'P-17',
  title: 'Laskut viipyvät kolme päivää',
  category: 'TREATING',
  confirmed: false,
} as const;

const OTHER = { key: 'P-3', title: 'Luvut näppäillään kahdesti' };

const PLOT = {
  src: 'cid:plot.m1@mail.example.com',
  alt: 'Viikossa vuotaa 4 350 €, "vähemmän" kuin ennen.',
  how: 'Arvio.',
  width: 548,
  height: 320,
};

/** What stands around a mail to somebody who reads a language. */
export function frameFor(language: Language): MailFrame {
  const voice = voiceFor(language, 'en-GB');
  return { voice, workspace: 'Nordwind & Co', publicUrl: 'https://stanch.example.com', plot: PLOT };
}

/** A card's way from one step to another, on a board whose stages have names of their own. */
export function move(from: Category, to: Category, confirmed = false): Move {
  const name = (category: Category) => `Vaihe ${category.length}`;
  const [fromName, toName] = [name(from), name(to)];
  return { fromStageId: from, fromName, fromCategory: from, toStageId: to, toName, toCategory: to, confirmed };
}

/** About no single pain point. */
const CARDLESS: readonly NotificationKind[] = ['imported', 'signInLink', 'invited', 'minutes', 'digest', 'bundle'];

/** A notice of any kind, with all that it could need. */
export function notice(kind: NotificationKind, part: Part, more: Partial<Notice> = {}): Notice {
  return {
    kind,
    part,
    at: '2026-11-23T10:00:00.000Z',
    by: 'Ivo Itman',
    card: CARDLESS.includes(kind) ? null : CARD,
    move: move('BLEEDING', 'PLANNED'),
    reason: 'Uusi järjestelmä tulee maaliskuussa.',
    date: { dueOn: '2026-12-04', fromDueOn: '2026-11-27', firstDueOn: '2026-11-20', reason: 'Toimittaja myöhästyy.' },
    workaround: { words: 'Tulosta toisessa kerroksessa', hoursBefore: 18, hoursLeft: 4.5 },
    task: 'Tilaa skanneri',
    win: { headline: 'Ulos samana päivänä', measure: 'Aika laskuun', unit: 'h', before: 72, after: 3.5 },
    comment: 'Mikä lasku se oli?',
    ...(kind === 'merged' ? { into: OTHER } : {}),
    ...(kind === 'tookIn' ? { from: OTHER } : {}),
    ...(kind === 'digest' || kind === 'bundle' ? { digest: DIGEST } : {}),
    ...(kind === 'minutes' ? { digest: DIGEST, meeting: MEETING } : {}),
    silence: { why: 'UNANSWERED', since: '2026-11-18', ownerToldOn: '2026-11-24' },
    spokenFor: { fixed: true, words: 'Nyt se toimii.', howKnown: 'Puhelimessa' },
    person: 'Nora Newcomer',
    themselves: true,
    count: kind === 'imported' || kind === 'bundle' ? 12 : undefined,
    ...more,
  };
}

const MEETING = { id: 'm1', day: '2026-11-18', next: { day: '2026-11-25', time: '10:00' } };
const { title } = CARD;

const DIGEST: DigestContent = {
  sections: [
    { topic: 'decided', lines: [{ key: null, title: '', text: 'Vanhat tulostimet poistetaan.' }] },
    { topic: 'toDo', lines: [{ ...OTHER, text: 'Tilaa puhelimet', dueOn: '2026-12-01' }] },
    { topic: 'asked', lines: [{ key: 'P-17', title, asks: 'c17' }] },
    { topic: 'moved', lines: [{ ...OTHER, text: 'Vaihe 1 → Vaihe 2' }], more: 3 },
    { topic: 'promised', lines: [{ ...OTHER, dueOn: '2026-12-04' }] },
    { topic: 'better', lines: [{ ...OTHER, text: 'Ulos samana päivänä' }] },
    { topic: 'else', lines: [{ key: 'P-17', title, notice: notice('taskDone', 'raiser') }] },
    { topic: 'changed', lines: [{ key: 'P-17', title, notice: notice('parked', 'raiser') }] },
  ],
  figures: {
    currency: 'EUR',
    kept: 7,
    due: 9,
    bleeds: 12_345,
    bleedsNew: 1_200,
    bleedStopped: 900,
    fixed: 12,
    confirmed: 9,
    withinDays: 21,
    cases: 14,
    answerHours: 30,
  },
};

/** Each part with each kind that it is told by mail. */
export const EVERY_MAIL: readonly (readonly [Part, NotificationKind])[] = [
  ...Object.values(RULES).flatMap((row) => Object.entries(row) as [Part, NotificationKind][]),
  ['raiser', NotificationKind.IMPORTED],
  ['visitor', NotificationKind.SIGN_IN_LINK],
  ['visitor', NotificationKind.INVITED],
  ['sponsor', NotificationKind.MINUTES],
  ['sponsor', NotificationKind.DIGEST],
  ['sponsor', NotificationKind.BUNDLE],
];

/** Told in the app or to a chat, and by no mail. */
const NOT_MAILED: typeof EVERY_MAIL = [
  ['lead', NotificationKind.BOUNCED],
  ['lead', NotificationKind.UNREADABLE],
  ['lead', NotificationKind.WEBHOOK_PAUSED],
  ['lead', NotificationKind.WEBHOOK_TEST],
];

/** All that is told, by mail or not. */
export const ALL_TOLD = [...EVERY_MAIL, ...NOT_MAILED];

/** The mails in each language. */
export const EVERY_MAIL_IN_EACH_LANGUAGE = Object.values(Language).flatMap((language) =>
  EVERY_MAIL.map(([part, kind]) => [language, part, kind] as const),
);
