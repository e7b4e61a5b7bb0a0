import type { Voice } from '../voice.js';
import { mail } from '../wording.js';

/** Many pain points came in one go. */
export const imported = mail(
  {
    en: {
      subject: (count: number, voice: Voice) =>
        `${voice.counted(count, 'pain point of yours is', 'pain points of yours are')} on the board`,
      first: (count: number, voice: Voice) =>
        `${voice.counted(count, 'pain point that you named is', 'pain points that you named are')} now on the board.`,
      brought: (by: string | null) =>
        `${by ?? 'IT'} brought them in from the list of interviews. Nothing you said was left behind.`,
      line: 'You will hear of every step, and you are the one who says when each is fixed.',
      why: 'You get this mail because pain points of yours were brought in.',
      seeIt: 'See your pain point',
      seeThem: 'See your pain points',
    },
    de: {
      subject: (count, voice) =>
        `${voice.counted(count, 'Schmerzpunkt von Ihnen steht', 'Schmerzpunkte von Ihnen stehen')} auf dem Board`,
      first: (count, voice) =>
        `${voice.counted(count, 'Schmerzpunkt, den Sie genannt haben, steht', 'Schmerzpunkte, die Sie genannt haben, stehen')} jetzt auf dem Board.`,
      brought: (by) =>
        `${by ?? 'Die IT'} hat die Liste der Interviews übernommen. Nichts von dem, was Sie gesagt haben, ging verloren.`,
      line: 'Sie erfahren von jedem Schritt, und Sie sagen, wann etwas behoben ist.',
      why: 'Sie bekommen diese Mail, weil Schmerzpunkte von Ihnen übernommen wurden.',
      seeIt: 'Ihren Schmerzpunkt ansehen',
      seeThem: 'Ihre Schmerzpunkte ansehen',
    },
    fr: {
      subject: (count, voice) =>
        `${voice.counted(count, 'de vos points de douleur est', 'de vos points de douleur sont')} au tableau`,
      first: (count, voice) =>
        `${voice.counted(count, 'point de douleur que vous avez cité figure', 'points de douleur que vous avez cités figurent')} maintenant au tableau.`,
      brought: (by) =>
        `${by ?? 'L’équipe informatique'} a repris la liste des entretiens. Rien de ce que vous avez dit n’a été perdu.`,
      line: 'Nous vous tiendrons au courant de chaque étape, et c’est vous qui direz quand c’est résolu.',
      why: 'Vous recevez ce message parce que des points de douleur que vous avez cités ont été repris.',
      seeIt: 'Voir votre point de douleur',
      seeThem: 'Voir vos points de douleur',
    },
  },
  (words, { by, count = 0 }, voice) => ({
    subject: words.subject(count, voice),
    first: words.first(count, voice),
    lines: [words.brought(by), words.line],
    why: words.why,
    action: count === 1 ? words.seeIt : words.seeThem,
  }),
);
