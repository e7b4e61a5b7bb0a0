import type { Notice } from '../../domain/notice.js';
import { Yours } from '../languages/english.js';
import { fr, Le } from '../languages/french.js';
import { Der } from '../languages/german.js';
import { mail, oneLine, shortened } from '../wording.js';

/** A sponsor says that it still hurts. */
export const stillBleeding = mail(
  {
    en: {
      sponsor: 'A sponsor',
      first: (sponsor: string, notice: Notice) => `${sponsor} says: still bleeding. ${Yours(notice)} is not fixed yet.`,
      toWorkers:
        'It is open again, with what still hurts. A quick first word to them is worth more than a perfect answer later.',
      toSponsors: 'It is open again and will be worked on until it is really gone.',
      action: 'See what still hurts',
      wordless: (sponsor: string) => `${sponsor} says: still bleeding`,
      inApp: (words: string) => `Still bleeding: “${words}”`,
    },
    de: {
      sponsor: 'Jemand von den Betroffenen',
      first: (sponsor, notice) => `${sponsor} sagt: Es blutet noch. ${Der(notice, ',')} ist noch nicht behoben.`,
      toWorkers:
        'Er ist wieder offen, mit dem, was noch wehtut. Ein schnelles erstes Wort ist mehr wert als später eine perfekte Antwort.',
      toSponsors: 'Er ist wieder offen, und es wird daran gearbeitet, bis der Schmerz wirklich weg ist.',
      action: 'Ansehen, was noch wehtut',
      wordless: (sponsor) => `${sponsor} sagt: Es blutet noch`,
      inApp: (words) => `Es blutet noch: „${words}“`,
    },
    fr: {
      sponsor: 'Une personne concernée',
      first: (sponsor, notice) => fr`${sponsor} le dit : ça saigne encore. ${Le(notice)} n’est pas encore résolu.`,
      toWorkers:
        'Il est de nouveau ouvert, avec ce qui fait encore mal. Un premier mot rapide vaut mieux qu’une réponse parfaite plus tard.',
      toSponsors: 'Il est de nouveau ouvert, et on y travaillera jusqu’à ce que la douleur soit vraiment partie.',
      action: 'Voir ce qui fait encore mal',
      wordless: (sponsor) => fr`${sponsor} le dit : ça saigne encore`,
      inApp: (words) => fr`Ça saigne encore : « ${words} »`,
    },
  },
  (words, notice) => {
    const { part, by, reason = '' } = notice;
    const sponsor = by ?? words.sponsor;
    return {
      first: words.first(sponsor, notice),
      ...(reason === '' ? {} : { quote: { text: shortened(reason), by } }),
      lines: [part === 'owner' || part === 'assignee' ? words.toWorkers : words.toSponsors],
      action: words.action,
      inApp: reason === '' ? words.wordless(sponsor) : words.inApp(oneLine(reason, 140)),
    };
  },
);
