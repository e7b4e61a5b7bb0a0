import type { Notice } from '../../domain/notice.js';
import { Yours } from '../languages/english.js';
import { fr, Le } from '../languages/french.js';
import { Der } from '../languages/german.js';
import { mail, oneLine, shortened } from '../wording.js';

/** A pain point came back: to the board, or because it was not fixed after all. */
export const reopened = mail(
  {
    en: {
      first: (notice: Notice) => `${Yours(notice)} is back on the board: ${notice.by ?? 'IT'} took it up again.`,
      action: 'See where it stands',
      inApp: (reason: string) => `Back on the board: “${reason}”`,
    },
    de: {
      first: (notice) =>
        `${Der(notice, ',')} steht wieder auf dem Board: ${notice.by ?? 'Die IT'} hat ihn wieder aufgenommen.`,
      action: 'Den Stand ansehen',
      inApp: (reason) => `Wieder auf dem Board: „${reason}“`,
    },
    fr: {
      first: (notice) =>
        fr`${Le(notice)} est de retour au tableau : ${notice.by ?? 'l’équipe informatique'} l’a repris.`,
      action: 'Voir où ça en est',
      inApp: (reason) => fr`De retour au tableau : « ${reason} »`,
    },
  },
  ({ first, action, inApp }, notice) => {
    const { by, reason = '' } = notice;
    return { first: first(notice), quote: { text: shortened(reason), by }, action, inApp: inApp(oneLine(reason, 140)) };
  },
);
