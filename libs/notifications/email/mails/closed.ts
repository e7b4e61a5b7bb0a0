import type { Notice } from '../../domain/notice.js';
import { fr, le } from '../languages/french.js';
import { den } from '../languages/german.js';
import { yours } from '../languages/english.js';
import { mail, oneLine, shortened } from '../wording.js';

/** A pain point leaves the board without a fix: its reason comes first. */
export const closed = mail(
  {
    en: {
      declined: {
        first: (notice: Notice) =>
          `For this reason ${notice.by ?? 'IT'} declined ${yours(notice)}: it will not be worked on.`,
        line: 'We know that this is not what you hoped for. You have the right to a plain answer.',
        inApp: 'Declined',
      },
      parked: {
        first: (notice: Notice) =>
          `For this reason ${notice.by ?? 'IT'} parked ${yours(notice)}: it will not be worked on for now.`,
        line: 'It is not forgotten: it keeps its place in the records and can come back.',
        inApp: 'Parked',
      },
      otherwise: 'You see it differently, or something has changed? Open it and say so. It will be read.',
      action: 'Read it and answer',
      said: (what: string, reason: string) => `${what}: “${reason}”`,
    },
    de: {
      declined: {
        first: (notice) =>
          `Aus diesem Grund hat ${notice.by ?? 'die IT'} ${den(notice, ',')} abgelehnt: Es wird nicht daran gearbeitet.`,
        line: 'Wir wissen, dass Sie sich etwas anderes erhofft haben. Sie haben ein Recht auf eine klare Antwort.',
        inApp: 'Abgelehnt',
      },
      parked: {
        first: (notice) =>
          `Aus diesem Grund hat ${notice.by ?? 'die IT'} ${den(notice, ',')} zurückgestellt: Vorerst wird nicht daran gearbeitet.`,
        line: 'Er ist nicht vergessen: Er bleibt festgehalten und kann zurückkommen.',
        inApp: 'Zurückgestellt',
      },
      otherwise: 'Sie sehen es anders, oder etwas hat sich geändert? Öffnen Sie ihn und sagen Sie es. Es wird gelesen.',
      action: 'Lesen und antworten',
      said: (what, reason) => `${what}: „${reason}“`,
    },
    fr: {
      declined: {
        first: (notice) =>
          fr`Pour cette raison, ${notice.by ?? 'l’équipe informatique'} a refusé ${le(notice)} : il ne sera pas traité.`,
        line: 'Nous savons que ce n’est pas ce que vous espériez. Vous avez droit à une réponse claire.',
        inApp: 'Refusé',
      },
      parked: {
        first: (notice) =>
          fr`Pour cette raison, ${notice.by ?? 'l’équipe informatique'} a mis en attente ${le(notice)} : il ne sera pas traité pour le moment.`,
        line: fr`Il n’est pas oublié : il reste consigné et peut revenir.`,
        inApp: 'Mis en attente',
      },
      otherwise: fr`Vous voyez les choses autrement, ou quelque chose a changé ? Ouvrez-le et dites-le. Ce sera lu.`,
      action: 'Lire et répondre',
      said: (what, reason) => fr`${what} : « ${reason} »`,
    },
  },
  (words, notice) => {
    const { first, line, inApp } = notice.kind === 'declined' ? words.declined : words.parked;
    const reason = notice.reason ?? '';
    return {
      quote: { text: shortened(reason), by: null, above: true },
      first: first(notice),
      lines: [line, words.otherwise],
      action: words.action,
      inApp: words.said(inApp, oneLine(reason, 140)),
    };
  },
);
