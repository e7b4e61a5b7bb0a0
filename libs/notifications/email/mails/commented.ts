import type { Notice } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { du, fr } from '../languages/french.js';
import { dem } from '../languages/german.js';
import { mail, oneLine, shortened, withBefore } from '../wording.js';

/** Somebody said something about it. */
export const commented = mail(
  {
    en: {
      somebody: 'Somebody',
      toYou: (author: string, notice: Notice) => `${author} wrote to you about ${yours(notice)}.`,
      forIt: (author: string, notice: Notice) => `${author} wrote about ${yours(notice)}, for IT alone.`,
      answer: 'Answer',
      readOn: 'Read on',
      said: (author: string, text: string) => `${author}: “${text}”`,
    },
    de: {
      somebody: 'Jemand',
      toYou: (author, notice) => `${author} schreibt Ihnen zu ${dem(notice)}.`,
      forIt: (author, notice) => `Nur für die IT: ${author} schreibt zu ${dem(notice)}.`,
      answer: 'Antworten',
      readOn: 'Weiterlesen',
      said: (author, text) => `${author}: „${text}“`,
    },
    fr: {
      somebody: 'Quelqu’un',
      toYou: (author, notice) => `${author} vous écrit au sujet ${du(notice)}.`,
      forIt: (author, notice) => fr`Pour l’équipe informatique seulement : ${author} écrit au sujet ${du(notice)}.`,
      answer: 'Répondre',
      readOn: 'Lire la suite',
      said: (author, text) => fr`${author} : « ${text} »`,
    },
  },
  (words, notice, voice) => {
    const { comment: text = '', internal } = notice;
    const author = notice.by ?? words.somebody;
    return {
      first: internal ? words.forIt(author, notice) : words.toYou(author, notice),
      quote: { text: shortened(text), by: author },
      action: internal ? words.readOn : words.answer,
      inApp: withBefore(words.said(author, oneLine(text, 140)), notice, voice),
    };
  },
);
