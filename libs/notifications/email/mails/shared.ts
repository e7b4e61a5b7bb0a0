import { fr } from '../languages/french.js';
import { mail, oneLine, shortened } from '../wording.js';
import { winFacts } from './win-facts.js';

/** A colleague shows somebody a pain point, or what got better. */
export const shared = mail(
  {
    en: {
      colleague: 'A colleague',
      why: 'You get this mail because somebody shares this with you.',
      painPoint: {
        first: (by: string) => `${by} wants you to see this.`,
        line: 'Does it hurt you too? Say “me too”, and you hear of every step until it is fixed.',
        action: 'Look at it',
        inApp: (by: string) => `${by} shows it to you`,
      },
      win: {
        first: (by: string, headline: string) => `${by} wants you to see what got better: ${headline}`,
        line: 'Did it hurt you too? Say “me too”, and your word counts on whether it stays fixed.',
        action: 'See what got better',
        inApp: (by: string, headline: string) => `${by} shows you what got better: ${headline}`,
      },
    },
    de: {
      colleague: 'Jemand aus der Firma',
      why: 'Sie bekommen diese Mail, weil jemand das hier mit Ihnen teilt.',
      painPoint: {
        first: (by) => `${by} möchte, dass Sie das hier sehen.`,
        line: 'Trifft es auch Sie? Sagen Sie es dort mit einem Klick, und Sie erfahren von jedem Schritt, bis es behoben ist.',
        action: 'Ansehen',
        inApp: (by) => `${by} zeigt es Ihnen`,
      },
      win: {
        first: (by, headline) => `${by} möchte Ihnen zeigen, was besser geworden ist: ${headline}`,
        line: 'Hat es auch Ihnen wehgetan? Sagen Sie es dort mit einem Klick, und Ihr Wort zählt mit, ob es behoben bleibt.',
        action: 'Ansehen, was besser wurde',
        inApp: (by, headline) => `${by} zeigt Ihnen, was besser wurde: ${headline}`,
      },
    },
    fr: {
      colleague: 'Quelqu’un de l’entreprise',
      why: 'Vous recevez ce message parce que quelqu’un partage ceci avec vous.',
      painPoint: {
        first: (by) => `${by} souhaite vous montrer ceci.`,
        line: fr`Cela vous touche aussi ? Dites-le d’un clic, et nous vous tiendrons au courant de chaque étape jusqu’à ce que ce soit résolu.`,
        action: 'Regarder',
        inApp: (by) => `${by} vous le montre`,
      },
      win: {
        first: (by, headline) => fr`${by} souhaite vous montrer ce qui va mieux : ${headline}`,
        line: fr`Cela vous touchait aussi ? Dites-le d’un clic, et votre parole comptera pour dire si c’est bien résolu.`,
        action: 'Voir ce qui va mieux',
        inApp: (by, headline) => fr`${by} vous montre ce qui va mieux : ${headline}`,
      },
    },
  },
  ({ colleague, why, painPoint, win: better }, { by, words: typed, win }, voice) => {
    const name = by ?? colleague;
    const both = { why, ...(typed ? { quote: { text: shortened(typed), by } } : {}) };
    if (win?.id === undefined) {
      const { first, line, action, inApp } = painPoint;
      return { ...both, first: first(name), lines: [line], action, inApp: inApp(name) };
    }
    const headline = oneLine(win.headline);
    return {
      ...both,
      first: better.first(name, headline),
      lines: [better.line],
      facts: winFacts(win, voice),
      action: better.action,
      leadsTo: `/wins/${win.id}`,
      inApp: better.inApp(name, headline),
    };
  },
);
