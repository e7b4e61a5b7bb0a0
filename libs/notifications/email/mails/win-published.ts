import type { Notice, NoticedWin } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { dem } from '../languages/german.js';
import type { Voice } from '../voice.js';
import { mail, oneLine, shortened } from '../wording.js';

/** Something got better. */
export const winPublished = mail(
  {
    en: {
      first: (notice: Notice, headline: string) => `Something got better for ${yours(notice)}: ${headline}`,
      more: (count: number, voice: Voice) =>
        `It helps with ${voice.counted(count, 'other pain point', 'other pain points')} of yours as well.`,
      measured: 'Measured',
      before: 'Before',
      now: 'Now',
      action: 'See what got better',
      inApp: (headline: string) => `Better: ${headline}`,
    },
    de: {
      first: (notice, headline) => `Es ist besser geworden bei ${dem(notice)}: ${headline}`,
      more: (count, voice) =>
        `Es hilft auch bei ${voice.counted(count, 'weiteren Schmerzpunkt', 'weiteren Schmerzpunkten')} von Ihnen.`,
      measured: 'Gemessen',
      before: 'Vorher',
      now: 'Jetzt',
      action: 'Ansehen, was besser wurde',
      inApp: (headline) => `Besser: ${headline}`,
    },
    fr: {
      first: (notice, headline) => fr`Il y a du mieux pour ${le(notice)} : ${headline}`,
      more: (count, voice) =>
        `Cela aide aussi pour ${voice.counted(count, 'autre de vos points de douleur', 'autres de vos points de douleur')}.`,
      measured: 'Mesure',
      before: 'Avant',
      now: 'Maintenant',
      action: 'Voir ce qui va mieux',
      inApp: (headline) => fr`Du mieux : ${headline}`,
    },
  },
  (words, notice, voice) => {
    const { headline, quote, measure, unit, before, after } = notice.win as NoticedWin;
    const more = (notice.count ?? 1) - 1;
    const value = (amount: number) => `${voice.number(amount)}${unit === null ? '' : ` ${unit}`}`;
    const facts: [string, string][] = [];
    if (measure !== null) facts.push([words.measured, oneLine(measure)]);
    if (before !== null) facts.push([words.before, value(before)]);
    if (after !== null) facts.push([words.now, value(after)]);
    return {
      first: words.first(notice, oneLine(headline)),
      ...(quote ? { quote: { text: shortened(quote), by: null } } : {}),
      lines: more > 0 ? [words.more(more, voice)] : [],
      facts,
      action: words.action,
      inApp: words.inApp(oneLine(headline)),
    };
  },
);
