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
      bledAgain: (notice: Notice) =>
        `${Yours(notice)} is not fixed after all: ${notice.by ?? 'IT'} brought it back to be treated.`,
      action: 'See where it stands',
      inApp: (reason: string) => `Back on the board: “${reason}”`,
      bledAgainInApp: (reason: string) => `Not fixed after all: “${reason}”`,
    },
    de: {
      first: (notice) =>
        `${Der(notice, ',')} steht wieder auf dem Board: ${notice.by ?? 'Die IT'} hat ihn wieder aufgenommen.`,
      bledAgain: (notice) =>
        `${Der(notice, ',')} ist doch nicht behoben: ${notice.by ?? 'Die IT'} hat ihn wieder in Arbeit genommen.`,
      action: 'Den Stand ansehen',
      inApp: (reason) => `Wieder auf dem Board: „${reason}“`,
      bledAgainInApp: (reason) => `Doch nicht behoben: „${reason}“`,
    },
    fr: {
      first: (notice) =>
        fr`${Le(notice)} est de retour au tableau : ${notice.by ?? 'l’équipe informatique'} l’a repris.`,
      bledAgain: (notice) =>
        fr`${Le(notice)} n’est finalement pas résolu : ${notice.by ?? 'l’équipe informatique'} l’a repris pour y travailler.`,
      action: 'Voir où ça en est',
      inApp: (reason) => fr`De retour au tableau : « ${reason} »`,
      bledAgainInApp: (reason) => fr`Finalement pas résolu : « ${reason} »`,
    },
  },
  (words, notice) => {
    const { by, bledAgain = false, reason = '' } = notice;
    const inApp = bledAgain ? words.bledAgainInApp : words.inApp;
    return {
      first: bledAgain ? words.bledAgain(notice) : words.first(notice),
      quote: { text: shortened(reason), by },
      action: words.action,
      inApp: inApp(oneLine(reason, 140)),
    };
  },
);
