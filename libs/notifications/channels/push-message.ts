import type { InEachLanguage } from '../domain/language.js';
import type { Notice } from '../domain/notice.js';
import { placeOf, say, sayInApp, subjectOf } from '../email/say.js';
import type { Voice } from '../email/voice.js';
import { before, oneLine } from '../email/wording.js';

/** What a device shows: small, since a push service takes 4 KB and a screen takes a few lines. */
export interface PushMessage {
  /** The same for the same push, should it arrive twice. */
  readonly id: string;
  /** What shows in one place: the last replaces the one before. */
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  /** Said of those that it replaced and nobody looked at; `#` stands for how many. */
  readonly before: string;
  /** Where within Stanch it leads. */
  readonly to: string;
}

const LONGEST_TITLE = 100;
const LONGEST_TEXT = 240;
const LONGEST_LINE = 80;
const MOST_LINES = 3;

/** What is said on a device alone. */
interface Words {
  /** Of what is internal to IT: others see a locked screen, too. */
  readonly internal: string;
  readonly more: (count: string) => string;
  readonly test: { readonly title: string; readonly text: string };
}

const WORDS: InEachLanguage<Words> = {
  en: {
    internal: 'Something new, for IT alone. Open it to read it.',
    more: (count) => `and ${count} more`,
    test: { title: 'It works', text: 'What happens to your pain points shows here.' },
  },
  de: {
    internal: 'Etwas Neues, nur für die IT. Zum Lesen öffnen.',
    more: (count) => `und ${count} weitere`,
    test: { title: 'Es funktioniert', text: 'Was sich bei Ihren Schmerzpunkten tut, erscheint hier.' },
  },
  fr: {
    internal: 'Du nouveau, pour l’équipe informatique seulement. Ouvrez-le pour le lire.',
    more: (count) => `et ${count} de plus`,
    test: { title: 'Ça marche', text: 'Ce qui arrive à vos points de douleur s’affiche ici.' },
  },
};

/** A notice as a device of its reader shows it. */
export function pushMessage({ id, notice, painPointId }: Pushed, voice: Voice): PushMessage {
  const { card, kind } = notice;
  return {
    id,
    tag: painPointId ?? kind,
    title: oneLine(card === null ? subjectOf(notice, voice) : `${card.key} ${card.title}`, LONGEST_TITLE),
    text: textOf(notice, voice),
    before: before('#', voice),
    to: placeOf(notice, say(notice, voice)) || '/',
  };
}

/** Sent to see whether a device is reached. */
export function testMessage(id: string, voice: Voice): PushMessage {
  return { id, tag: 'test', ...WORDS[voice.language].test, before: before('#', voice), to: '/settings' };
}

interface Pushed {
  readonly id: string;
  readonly painPointId: string | null;
  readonly notice: Notice;
}

function textOf(notice: Notice, voice: Voice): string {
  if (notice.digest === undefined) return lineOf(notice, voice, LONGEST_TEXT);
  const told = notice.digest.sections.flatMap(({ lines }) => lines.flatMap((line) => line.notice ?? []));
  const shown = told.slice(0, MOST_LINES).map((one) => {
    const key = one.card === null ? '' : `${one.card.key}${voice.colon} `;
    return key + lineOf(one, voice, LONGEST_LINE);
  });
  const more = told.length - shown.length;
  return [...shown, ...(more > 0 ? [WORDS[voice.language].more(voice.number(more))] : [])].join('\n');
}

function lineOf(notice: Notice, voice: Voice, most: number): string {
  return notice.internal ? WORDS[voice.language].internal : oneLine(sayInApp(notice, voice), most);
}
