import { fr } from '../languages/french.js';
import { mail, shortened } from '../wording.js';

/** A colleague shows somebody a pain point. */
export const shared = mail(
  {
    en: {
      colleague: 'A colleague',
      first: (by: string) => `${by} wants you to see this.`,
      line: 'Does it hurt you too? Say “me too”, and you hear of every step until it is fixed.',
      why: 'You get this mail because somebody shares this with you.',
      action: 'Look at it',
      inApp: (by: string) => `${by} shows it to you`,
    },
    de: {
      colleague: 'Jemand aus der Firma',
      first: (by) => `${by} möchte, dass Sie das hier sehen.`,
      line: 'Trifft es auch Sie? Sagen Sie es dort mit einem Klick, und Sie erfahren von jedem Schritt, bis es behoben ist.',
      why: 'Sie bekommen diese Mail, weil jemand das hier mit Ihnen teilt.',
      action: 'Ansehen',
      inApp: (by) => `${by} zeigt es Ihnen`,
    },
    fr: {
      colleague: 'Quelqu’un de l’entreprise',
      first: (by) => `${by} souhaite vous montrer ceci.`,
      line: fr`Cela vous touche aussi ? Dites-le d’un clic, et nous vous tiendrons au courant de chaque étape jusqu’à ce que ce soit résolu.`,
      why: 'Vous recevez ce message parce que quelqu’un partage ceci avec vous.',
      action: 'Regarder',
      inApp: (by) => `${by} vous le montre`,
    },
  },
  ({ colleague, first, line, inApp, ...words }, { by, words: typed }) => ({
    ...words,
    first: first(by ?? colleague),
    ...(typed ? { quote: { text: shortened(typed), by } } : {}),
    lines: [line],
    inApp: inApp(by ?? colleague),
  }),
);
