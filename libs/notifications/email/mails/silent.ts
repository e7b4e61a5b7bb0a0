import type { Notice, NoticedSilence } from '../../domain/notice.js';
import { Yours, yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { den, der } from '../languages/german.js';
import { mail } from '../wording.js';

/** A pain point is silent: said to whoever has it in care and, when it lasts or nobody has, to the leads. */
export const silent = mail(
  {
    en: {
      subject: 'Silent:',
      unanswered: {
        first: (notice: Notice, day: string) =>
          `Nobody has answered yet: ${yours(notice)} has waited for a first word since ${day}.`,
        inApp: (day: string) => `Nobody has answered since ${day}`,
      },
      noWord: {
        first: (notice: Notice, day: string) =>
          `${Yours(notice)} is silent: its sponsors could read no word since ${day}.`,
        inApp: (day: string) => `Silent: no word to its sponsors since ${day}`,
      },
      line: 'They need no solution today. They need to read that it is seen, who looks at it, and when they hear more.',
      toOwner: 'If it stays silent for two more working days, those who lead the programme hear of it.',
      nobodys: 'Nobody has it in care. Give it an owner, or say the word yourself.',
      somebodys: (owner: string, day: string) => `It is in the care of ${owner}, who was told on ${day}.`,
      action: 'Say a word to its sponsors',
    },
    de: {
      subject: 'Funkstille:',
      unanswered: {
        first: (notice, day) =>
          `Noch hat niemand geantwortet: Seit ${day} wartet ${der(notice, ',')} auf ein erstes Wort.`,
        inApp: (day) => `Seit ${day} hat niemand geantwortet`,
      },
      noWord: {
        first: (notice, day) =>
          `Es ist still um ${den(notice)}: Seit ${day} konnten die Betroffenen kein Wort dazu lesen.`,
        inApp: (day) => `Funkstille: kein Wort an die Betroffenen seit ${day}`,
      },
      line: 'Eine Lösung brauchen sie heute nicht. Sie müssen lesen können, dass er gesehen ist, wer sich kümmert und wann sie mehr hören.',
      toOwner: 'Bleibt es noch zwei Arbeitstage still, erfahren es alle, die das Programm leiten.',
      nobodys: 'Niemand hat ihn in Obhut. Geben Sie ihn in gute Hände, oder sagen Sie selbst das erste Wort.',
      somebodys: (owner, day) => `Er ist in der Obhut von ${owner}; dorthin ging am ${day} eine Nachricht.`,
      action: 'Den Betroffenen ein Wort sagen',
    },
    fr: {
      subject: fr`Silence :`,
      unanswered: {
        first: (notice, day) => fr`Personne n’a encore répondu : ${le(notice)} attend un premier mot depuis le ${day}.`,
        inApp: (day) => `Personne n’a répondu depuis le ${day}`,
      },
      noWord: {
        first: (notice, day) =>
          fr`Le silence dure : depuis le ${day}, les personnes concernées n’ont pu lire aucun mot sur ${le(notice)}.`,
        inApp: (day) => fr`Silence : pas un mot aux personnes concernées depuis le ${day}`,
      },
      line: 'Il ne leur faut pas de solution aujourd’hui. Il leur faut lire que c’est vu, qui s’en occupe et quand elles en sauront plus.',
      toOwner: 'Si le silence dure encore deux jours ouvrés, les personnes qui dirigent le programme l’apprendront.',
      nobodys: 'Personne ne s’en occupe. Confiez-le à quelqu’un, ou dites vous-même le premier mot.',
      somebodys: (owner, day) => fr`C’est ${owner} qui en a la charge ; un message lui est parvenu le ${day}.`,
      action: 'Dire un mot aux personnes concernées',
    },
  },
  (words, notice, voice) => {
    const { part, person, silence } = notice;
    const { why, since, ownerToldOn } = silence as NoticedSilence;
    const { first, inApp } = why === 'UNANSWERED' ? words.unanswered : words.noWord;
    const cared = person !== undefined && ownerToldOn !== null;
    const toLead = cared ? words.somebodys(person, voice.day(ownerToldOn)) : words.nobodys;
    return {
      subject: words.subject,
      first: first(notice, voice.day(since)),
      lines: [words.line, part === 'owner' ? words.toOwner : toLead],
      action: words.action,
      inApp: inApp(voice.day(since)),
    };
  },
);
