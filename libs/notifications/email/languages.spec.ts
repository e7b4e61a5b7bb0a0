import { type InEachLanguage, Language } from '../domain/language.js';
import type { Notice, NoticedWin } from '../domain/notice.js';
import { NotificationKind, ROLES_IN_ORDER } from '../domain/notification-rules.js';
import { CATEGORIES } from '../domain/net-move.js';
import { ALL_TOLD, CARD, EVERY_MAIL, frameFor, move, notice } from './every-mail.fixture.js';
import { renderMail } from './render-mail.js';
import { say, sayInApp } from './say.js';
import { VOCABULARY } from './vocabulary.js';

/** Words that no sentence does without, and that no other of the languages has. */
const TELLTALES: InEachLanguage<string> = {
  en: 'the and you your is are of it its that this with from for by to has have who what when been',
  de: 'der die das und ist sie ihr ihre nicht wenn es ein eine von mit auf wird',
  fr: 'le la les vous votre est et un une de du que qui pas pour dans sur',
};

/** The telltales of all languages but one; in capitals it is a name, such as IT. */
function foreignTo(language: Language): RegExp {
  const others = Object.values(Language).filter((one) => one !== language);
  const words = others.flatMap((one) => TELLTALES[one].split(' '));
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return new RegExp(`(?<![\\p{L}’-])(?:${[...words, ...capitals].join('|')})(?![\\p{L}-])`, 'u');
}

function wordsOf(html: string): string {
  const attributes = [...html.matchAll(/(?:aria-label|alt|title)="([^"]*)"/gu)].map(([, said]) => said);
  const visible = html
    .slice(html.indexOf('<body'))
    .replace(/<!--[\s\S]*?-->/gu, ' ')
    .replace(/<[^>]*>/gu, ' ');
  return [...attributes, visible].join('\n');
}

const FIRM = { answerable: true, stopUrl: 'https://stanch.example.com/unsubscribe/x', workspace: null };

describe('what is told', () => {
  it.each(
    Object.values(Language).flatMap((language) => ALL_TOLD.map(([part, kind]) => [language, part, kind] as const)),
  )('in %s to the %s of kind %s is in this language alone', (language, part, kind) => {
    const variants: Partial<Notice>[] = [
      {},
      { by: null, count: 1, person: undefined, into: undefined, from: undefined },
      { words: 'Katso tätä', themselves: false, internal: true, card: null, reason: '' },
      { win: { ...(notice(kind, part).win as NoticedWin), id: 'w1' } },
      { silence: { why: 'NO_WORD', since: '2026-11-10', ownerToldOn: null } },
      { date: { dueOn: '2026-12-04', fromDueOn: '2026-12-11', firstDueOn: '2026-12-04', reason: null } },
    ];
    for (const variant of variants) {
      const given = notice(kind, part, variant);
      const frame = { ...frameFor(language), ...FIRM };
      const answering = { ...frame, answerUrl: 'https://stanch.example.com/answer/x' };
      const mails = [renderMail(given, frame), renderMail(given, answering)];
      const all = mails.flatMap(({ subject, text, html }) => [subject, text, wordsOf(html)]).join('\n');
      // An address is the same in every language.
      const said = [all, sayInApp(given, frame.voice)].join('\n').replace(/https?:\/\/\S+/gu, ' ');
      expect(said.match(foreignTo(language))).toBeNull();
      for (const { [language]: term } of Object.values(VOCABULARY)) expect(said.match(term.never)).toBeNull();
    }
  });

  it.each(
    Object.values(Language).flatMap((language) =>
      CATEGORIES.flatMap((from) => CATEGORIES.map((to) => [language, from, to] as const)),
    ),
  )('in %s of a move from %s to %s is in this language alone', (language, from, to) => {
    for (const part of ROLES_IN_ORDER) {
      for (const confirmed of [true, false]) {
        const card = { ...CARD, category: to, confirmed };
        for (const by of ['Ivo Itman', null]) {
          const given = notice('moved', part, { by, move: move(from, to, confirmed), card });
          expect(renderMail(given, frameFor(language)).text.match(foreignTo(language))).toBeNull();
        }
      }
    }
  });

  it('is of every kind that there is', () => {
    expect(new Set(ALL_TOLD.map(([, kind]) => kind))).toEqual(new Set(Object.values(NotificationKind)));
  });

  it('is said in other words in each language, sentence by sentence', () => {
    const voices = Object.values(Language).map((language) => frameFor(language).voice);
    const alike = ALL_TOLD.flatMap(([part, kind]) => {
      const [english = [], ...others] = voices.map((voice) => {
        const { subject, first, lines = [], action, why, inApp, facts = [] } = say(notice(kind, part), voice);
        return [subject, first, ...lines, action, why, inApp, ...facts.map(([label]) => label)];
      });
      return others.flatMap((said) => said.filter((words, at) => words !== undefined && words === english[at]));
    });
    expect(alike).toEqual([]);
  });

  it.each(Object.values(Language))('calls each thing in %s by its one name', (language) => {
    const all = EVERY_MAIL.flatMap(([part, kind]) => {
      const moves = CATEGORIES.flatMap((from) => CATEGORIES.map((to) => move(from, to)));
      return moves.flatMap((way) => {
        const { text } = renderMail(notice(kind, part, { by: null, move: way }), frameFor(language));
        return text;
      });
    }).join('\n');
    for (const { [language]: term } of Object.values(VOCABULARY)) {
      expect(all.toLowerCase()).toContain(term.said.toLowerCase());
    }
  });
});
