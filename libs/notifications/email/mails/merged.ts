import type { Notice } from '../../domain/notice.js';
import { Yours, yours } from '../languages/english.js';
import { du, fr, Le } from '../languages/french.js';
import { dem, Der } from '../languages/german.js';
import type { Voice } from '../voice.js';
import { mail, oneLine } from '../wording.js';

/** Two pain points became one. */
export const merged = mail(
  {
    en: {
      another: 'another one',
      first: (notice: Notice, into: string) => `${Yours(notice)} goes on as a part of ${into}.`,
      lines: (by: string | null) => [
        `${by ?? 'IT'} found that both are the same pain. Your voice counts there as it did here: you hear of every step.`,
        'They are not the same? Open it and say so.',
      ],
      action: 'See where it goes on',
      inApp: (into: string) => `Goes on as a part of ${into}`,
    },
    de: {
      another: 'einem anderen',
      first: (notice, into) => `${Der(notice, ',')} geht weiter als Teil von ${into}.`,
      lines: (by) => [
        `${by ?? 'Die IT'} hat festgestellt, dass beide derselbe Schmerz sind. Ihre Stimme zählt dort wie hier: Sie erfahren von jedem Schritt.`,
        'Es ist nicht derselbe? Öffnen Sie ihn und sagen Sie es.',
      ],
      action: 'Ansehen, wo es weitergeht',
      inApp: (into) => `Geht weiter als Teil von ${into}`,
    },
    fr: {
      another: 'un autre',
      first: (notice, into) => `${Le(notice)} se poursuit avec ${into}.`,
      lines: (by) => [
        fr`${by ?? 'L’équipe informatique'} a constaté que les deux sont la même douleur. Votre voix y compte comme ici : nous vous tiendrons au courant de chaque étape.`,
        fr`Ce n’est pas la même ? Ouvrez-le et dites-le.`,
      ],
      action: 'Voir où il se poursuit',
      inApp: (into) => `Se poursuit avec ${into}`,
    },
  },
  ({ another, first, lines, action, inApp }, notice, voice) => {
    const into = named(notice.into, voice) ?? another;
    return { first: first(notice, into), lines: lines(notice.by), action, inApp: inApp(into) };
  },
);

/** Another pain point became a part of the reader's: more people stand behind it now. */
export const tookIn = mail(
  {
    en: {
      another: 'Another pain point',
      first: (notice: Notice, other: string) =>
        `${other} turned out to be the same pain, and is a part of ${yours(notice)} now.`,
      lines: (by: string | null) => [
        `${by ?? 'IT'} brought the two together. Whoever stood behind the other one stands beside you, with their words and what it costs them.`,
        'They are not the same? Open it and say so.',
      ],
      action: 'See who stands behind it',
      inApp: (other: string) => `Took in ${other}`,
    },
    de: {
      another: 'Ein anderer Schmerzpunkt',
      first: (notice, other) => `${other} hat sich als derselbe Schmerz erwiesen und gehört nun zu ${dem(notice)}.`,
      lines: (by) => [
        `${by ?? 'Die IT'} hat die beiden zusammengeführt. Wer hinter dem anderen stand, steht nun neben Ihnen, mit eigenen Worten und mit dem, was es kostet.`,
        'Es ist nicht derselbe? Öffnen Sie ihn und sagen Sie es.',
      ],
      action: 'Ansehen, wer dahinter steht',
      inApp: (other) => `Gehört nun dazu: ${other}`,
    },
    fr: {
      another: 'Un autre point de douleur',
      first: (notice, other) => `${other} est en fait la même douleur, et fait désormais partie ${du(notice)}.`,
      lines: (by) => [
        fr`${by ?? 'L’équipe informatique'} a réuni les deux. Les personnes derrière l’autre sont maintenant à vos côtés, avec leurs mots et ce que cela leur coûte.`,
        fr`Ce n’est pas la même ? Ouvrez-le et dites-le.`,
      ],
      action: 'Voir qui est derrière',
      inApp: (other) => fr`En fait désormais partie : ${other}`,
    },
  },
  ({ another, first, lines, action, inApp }, notice, voice) => {
    const other = named(notice.from, voice) ?? another;
    return { first: first(notice, other), lines: lines(notice.by), action, inApp: inApp(other) };
  },
);

function named(other: Notice['into'], voice: Voice): string | undefined {
  return other && `${other.key} ${voice.quoted(oneLine(other.title))}`;
}
