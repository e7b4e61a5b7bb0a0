import type { InEachLanguage } from '../domain/language.js';
import type { DigestLine, DigestSection, DigestTopic } from '../domain/notice.js';
import { escape } from './escape.js';
import { fr } from './languages/french.js';
import { sayInApp } from './say.js';
import type { Voice } from './voice.js';
import { oneLine } from './wording.js';

/** Where the lines of a section lead. */
interface Links {
  readonly publicUrl: string;
  answerUrlOf?(painPointId: string): string | undefined;
}

/** What the lists say besides what they list. */
interface Words {
  readonly titles: Readonly<Record<DigestTopic, string>>;
  readonly by: (day: string) => string;
  readonly more: (count: number, voice: Voice) => string;
  readonly sayWhether: string;
}

const WORDS: InEachLanguage<Words> = {
  en: {
    titles: {
      decided: 'What was decided',
      toDo: 'Who does what',
      asked: 'Asked of you: is it fixed?',
      moved: 'What moved',
      promised: 'Promised for the coming week',
      better: 'What got better',
      else: 'What else happened',
      changed: 'What changed',
      trust: 'Can IT be believed?',
    },
    by: (day) => `by ${day}`,
    more: (count, voice) => `and ${voice.number(count)} more, which stand in Stanch`,
    sayWhether: 'Say whether it is fixed',
  },
  de: {
    titles: {
      decided: 'Was beschlossen wurde',
      toDo: 'Wer was tut',
      asked: 'Sie sind gefragt: Ist es behoben?',
      moved: 'Was sich bewegt hat',
      promised: 'Zugesagt für die kommende Woche',
      better: 'Was besser wurde',
      else: 'Was sonst geschah',
      changed: 'Was sich geändert hat',
      trust: 'Kann man der IT glauben?',
    },
    by: (day) => `bis ${day}`,
    more: (count, voice) => `und ${voice.number(count)} weitere, die in Stanch stehen`,
    sayWhether: 'Sagen Sie, ob es behoben ist',
  },
  fr: {
    titles: {
      decided: 'Ce qui a été décidé',
      toDo: 'Qui fait quoi',
      asked: fr`On vous demande : est-ce résolu ?`,
      moved: 'Ce qui a bougé',
      promised: 'Promis pour la semaine à venir',
      better: 'Ce qui va mieux',
      else: 'Ce qui s’est passé d’autre',
      changed: 'Ce qui a changé',
      trust: fr`Peut-on croire l’équipe informatique ?`,
    },
    by: (day) => `d’ici au ${day}`,
    more: (count, voice) => `et ${voice.number(count)} de plus, à lire dans Stanch`,
    sayWhether: 'Dites si c’est résolu',
  },
};

/** A heading with its lines, as plain text. */
export function sectionInText(section: DigestSection, links: Links, voice: Voice): string {
  const said = section.lines.map((line) => {
    const link = linkOf(line, links);
    return `- ${lineInText(line, voice)}${link === undefined ? '' : `\n  ${link}`}`;
  });
  const more = moreOf(section, voice).map((words) => `- ${words}`);
  return [WORDS[voice.language].titles[section.topic].toUpperCase(), ...said, ...more].join('\n');
}

/** A heading with its lines, as the HTML of a mail. */
export function sectionInHtml(section: DigestSection, links: Links, voice: Voice): string {
  const title = WORDS[voice.language].titles[section.topic];
  const said = section.lines.map((line) => lineInHtml(line, links, voice));
  const rows = [...said, ...moreOf(section, voice).map(plainly)].map(
    (html) => `<tr><td style="padding:6px 0;vertical-align:top">${html}</td></tr>`,
  );
  return (
    `<p role="heading" aria-level="2" class="ink" style="margin:20px 0 4px;font-size:14px;font-weight:700;color:#1b2528">${escape(title)}</p>` +
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%">${rows.join('')}</table>`
  );
}

function lineInText(line: DigestLine, voice: Voice): string {
  const { key, title } = line;
  const named = key === null ? '' : `${key}  ${oneLine(title)}`;
  return [named, wordsOf(line, voice)].filter((part) => part !== '').join(`${voice.colon} `);
}

function lineInHtml(line: DigestLine, links: Links, voice: Voice): string {
  const { key, title, asks } = line;
  const words = wordsOf(line, voice);
  if (key === null) return plainly(words);
  const named =
    `<span class="soft" style="color:#5d6973">${escape(key)}</span>&nbsp; ` +
    `<a class="ink" href="${escape(linkOf(line, links) ?? '')}" style="color:#1b2528;font-weight:600">${escape(oneLine(title))}</a>`;
  const said = asks === undefined ? words : WORDS[voice.language].sayWhether;
  return said === '' ? named : `${named}<div class="soft" style="font-size:15px;color:#4a565a">${escape(said)}</div>`;
}

function plainly(words: string): string {
  return `<span style="font-size:15px">${escape(words)}</span>`;
}

function wordsOf({ text = '', notice, dueOn }: DigestLine, voice: Voice): string {
  if (notice !== undefined) return oneLine(sayInApp(notice, voice), 400);
  const due = dueOn === undefined ? [] : [WORDS[voice.language].by(voice.day(dueOn))];
  return [oneLine(text, 400), ...due].filter((part) => part !== '').join(', ');
}

function moreOf({ more = 0 }: DigestSection, voice: Voice): string[] {
  return more === 0 ? [] : [WORDS[voice.language].more(more, voice)];
}

/** To the page where one answers, or to the pain point. */
function linkOf({ key, asks }: DigestLine, { publicUrl, answerUrlOf }: Links): string | undefined {
  if (key === null) return undefined;
  const answer = asks === undefined ? undefined : answerUrlOf?.(asks);
  return answer ?? `${publicUrl}/mine/p/${encodeURIComponent(key)}`;
}
