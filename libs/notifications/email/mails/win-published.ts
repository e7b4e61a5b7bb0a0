import type { Notice, NoticedWin } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { dem } from '../languages/german.js';
import type { Voice } from '../voice.js';
import { mail, oneLine, shortened } from '../wording.js';
import { winFacts } from './win-facts.js';

/** Something got better. */
export const winPublished = mail(
  {
    en: {
      first: (notice: Notice, headline: string) => `Something got better for ${yours(notice)}: ${headline}`,
      more: (count: number, voice: Voice) =>
        `It helps with ${voice.counted(count, 'other pain point', 'other pain points')} of yours as well.`,
      action: 'See what got better',
      inApp: (headline: string) => `Better: ${headline}`,
    },
    de: {
      first: (notice, headline) => `Es ist besser geworden bei ${dem(notice)}: ${headline}`,
      more: (count, voice) =>
        `Es hilft auch bei ${voice.counted(count, 'weiteren Schmerzpunkt', 'weiteren Schmerzpunkten')} von Ihnen.`,
      action: 'Ansehen, was besser wurde',
      inApp: (headline) => `Besser: ${headline}`,
    },
    fr: {
      first: (notice, headline) => fr`Il y a du mieux pour ${le(notice)} : ${headline}`,
      more: (count, voice) =>
        `Cela aide aussi pour ${voice.counted(count, 'autre de vos points de douleur', 'autres de vos points de douleur')}.`,
      action: 'Voir ce qui va mieux',
      inApp: (headline) => fr`Du mieux : ${headline}`,
    },
  },
  (words, notice, voice) => {
    const win = notice.win as NoticedWin;
    const { headline, quote } = win;
    const more = (notice.count ?? 1) - 1;
    return {
      first: words.first(notice, oneLine(headline)),
      ...(quote ? { quote: { text: shortened(quote), by: null } } : {}),
      lines: more > 0 ? [words.more(more, voice)] : [],
      facts: winFacts(win, voice),
      action: words.action,
      inApp: words.inApp(oneLine(headline)),
    };
  },
);
