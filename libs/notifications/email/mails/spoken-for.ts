import type { Notice } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, Le, le } from '../languages/french.js';
import { Der, der } from '../languages/german.js';
import { mail, oneLine, shortened } from '../wording.js';

/** A lead said in the reader's name whether it is fixed: nobody's word is used behind their back. */
export const spokenFor = mail(
  {
    en: {
      lead: 'A lead',
      fixed: (lead: string, notice: Notice) => `${lead} says in your name that ${yours(notice)} is fixed.`,
      bleeding: (lead: string, notice: Notice) => `${lead} says in your name that ${yours(notice)} is still bleeding.`,
      known: (lead: string, how: string) => `How ${lead} knows it: ${how}`,
      marked: 'It is marked for ever that this word was brought, not given by you.',
      otherwise: 'You said something else? Open it and say so: it is your word that counts.',
      action: 'See what stands there',
      why: 'You get this mail because somebody spoke in your name.',
      inApp: (lead: string, isFixed: boolean) =>
        `${lead} brought your word: ${isFixed ? 'it is fixed' : 'still bleeding'}`,
    },
    de: {
      lead: 'Die Leitung',
      fixed: (lead, notice) => `${lead} sagt in Ihrem Namen, dass ${der(notice, ',')} behoben ist.`,
      bleeding: (lead, notice) =>
        `${lead} sagt in Ihrem Namen: Es blutet noch. ${Der(notice, ',')} ist noch nicht behoben.`,
      known: (lead, how) => `Woher ${lead} das weiß: ${how}`,
      marked: 'Es bleibt für immer vermerkt, dass dieses Wort überbracht und nicht von Ihnen gegeben wurde.',
      otherwise: 'Sie haben etwas anderes gesagt? Öffnen Sie ihn und sagen Sie es: Ihr Wort zählt.',
      action: 'Ansehen, was dort steht',
      why: 'Sie bekommen diese Mail, weil jemand in Ihrem Namen gesprochen hat.',
      inApp: (lead, isFixed) => `${lead} hat Ihr Wort überbracht: ${isFixed ? 'Es ist behoben' : 'Es blutet noch'}`,
    },
    fr: {
      lead: 'La direction du programme',
      fixed: (lead, notice) => fr`${lead} dit en votre nom que ${le(notice)} est résolu.`,
      bleeding: (lead, notice) =>
        fr`${lead} le dit en votre nom : ça saigne encore. ${Le(notice)} n’est pas encore résolu.`,
      known: (lead, how) => fr`D’où ${lead} le sait : ${how}`,
      marked: 'Il reste noté pour toujours que cet avis a été rapporté, et non donné par vous.',
      otherwise: fr`Vous avez dit autre chose ? Ouvrez-le et dites-le : c’est votre avis qui compte.`,
      action: 'Voir ce qui y est noté',
      why: 'Vous recevez ce message parce que quelqu’un a parlé en votre nom.',
      inApp: (lead, isFixed) => fr`${lead} a rapporté votre avis : ${isFixed ? 'c’est résolu' : 'ça saigne encore'}`,
    },
  },
  (words, notice) => {
    const { fixed, words: said, howKnown } = notice.spokenFor ?? { fixed: true, words: '', howKnown: '' };
    const lead = notice.by ?? words.lead;
    return {
      first: fixed ? words.fixed(lead, notice) : words.bleeding(lead, notice),
      ...(said === '' ? {} : { quote: { text: shortened(said), by: null } }),
      lines: [words.known(lead, oneLine(howKnown, 500)), words.marked, words.otherwise],
      action: words.action,
      why: words.why,
      inApp: words.inApp(lead, fixed),
    };
  },
);
