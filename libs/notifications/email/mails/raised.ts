import { fr } from '../languages/french.js';
import { mail, oneLine } from '../wording.js';

/** A pain point was raised: to whom it was raised for, and to the leads. */
export const raised = mail(
  {
    en: {
      forYou: (by: string | null, title: string) => ({
        first: `${by ?? 'IT'} wrote down a pain for you, so that it is not forgotten.`,
        lines: [
          'It is yours: you will hear of every step, and you are the one who says when it is fixed.',
          'Is something missing or wrong? Open it and say so in your own words.',
        ],
        action: 'See how it was written down',
        inApp: `${by ?? 'IT'} wrote down for you: “${title}”`,
      }),
      somebody: 'Somebody',
      first: (raiser: string) => `${raiser} raised a new pain point.`,
      typed: (by: string) => ` ${by} wrote it down.`,
      line: 'Nobody has answered yet. A first word within three working days keeps the trust.',
      action: 'Read it and answer',
      inApp: (raiser: string, title: string) => `${raiser} raised “${title}”`,
    },
    de: {
      forYou: (by, title) => ({
        first: `${by ?? 'Die IT'} hat für Sie einen Schmerzpunkt aufgeschrieben, damit er nicht vergessen wird.`,
        lines: [
          'Er gehört Ihnen: Sie erfahren von jedem Schritt, und Sie sagen, wann er behoben ist.',
          'Fehlt etwas, oder stimmt etwas nicht? Öffnen Sie ihn und sagen Sie es in Ihren eigenen Worten.',
        ],
        action: 'Ansehen, wie er aufgeschrieben wurde',
        inApp: `${by ?? 'Die IT'} hat für Sie aufgeschrieben: „${title}“`,
      }),
      somebody: 'Jemand',
      first: (raiser) => `${raiser} hat einen neuen Schmerzpunkt gemeldet.`,
      typed: (by) => ` Aufgeschrieben hat ihn ${by}.`,
      line: 'Noch hat niemand geantwortet. Ein erstes Wort innerhalb von drei Arbeitstagen erhält das Vertrauen.',
      action: 'Lesen und antworten',
      inApp: (raiser, title) => `${raiser} meldet „${title}“`,
    },
    fr: {
      forYou: (by, title) => ({
        first: `${by ?? 'L’équipe informatique'} a noté un point de douleur en votre nom, pour qu’il ne soit pas oublié.`,
        lines: [
          fr`Il est à vous : nous vous tiendrons au courant de chaque étape, et c’est vous qui direz quand il est résolu.`,
          fr`Il manque quelque chose, ou c’est inexact ? Ouvrez-le et dites-le avec vos mots.`,
        ],
        action: 'Voir comment il a été noté',
        inApp: fr`${by ?? 'L’équipe informatique'} a noté en votre nom : « ${title} »`,
      }),
      somebody: 'Quelqu’un',
      first: (raiser) => `${raiser} a signalé un nouveau point de douleur.`,
      typed: (by) => ` C’est ${by} qui l’a noté.`,
      line: 'Personne n’a encore répondu. Un premier mot dans les trois jours ouvrés entretient la confiance.',
      action: 'Lire et répondre',
      inApp: (raiser, title) => fr`${raiser} a signalé « ${title} »`,
    },
  },
  (words, { part, by, person, card }) => {
    const title = oneLine(card?.title ?? '');
    if (part === 'raiser') return words.forYou(by, title);
    const raiser = person ?? by ?? words.somebody;
    return {
      first: words.first(raiser) + (by !== null && by !== raiser ? words.typed(by) : ''),
      lines: [words.line],
      action: words.action,
      inApp: words.inApp(raiser, title),
    };
  },
);
