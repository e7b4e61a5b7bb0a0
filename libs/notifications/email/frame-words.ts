import type { InEachLanguage } from '../domain/language.js';
import type { Part } from '../domain/notification-rules.js';
import { fr } from './languages/french.js';

/** What stands around the words of every mail. */
interface FrameWords {
  /** Why the reader gets a mail about one pain point. */
  readonly because: Readonly<Record<Part, (key: string) => string>>;
  /** The same of a mail that is about no single one and gives no reason of its own. */
  readonly concerned: string;
  readonly sentFor: (company: string) => string;
  readonly yourCompany: string;
  /** Said where answers are received. */
  readonly answerable: string;
  /** What leads to the page where one ends such mails. */
  readonly stop: string;
  /** What leads to the table behind a plot. */
  readonly table: string;
  /** The row of steps for who hears it rather than sees it. */
  readonly standsAt: (step: string, place: number) => string;
}

const WHY_IN_GERMAN = 'Sie bekommen diese Mail, weil';
const WHY_IN_FRENCH = 'Vous recevez ce message parce que';

export const FRAME_WORDS: InEachLanguage<FrameWords> = {
  en: {
    because: {
      asked: (key) => `You get this mail because you are asked whether ${key} is fixed.`,
      raiser: (key) => `You get this mail because you raised ${key}.`,
      newcomer: (key) => `You get this mail because you stand behind ${key}.`,
      sponsor: (key) => `You get this mail because you stand behind ${key}.`,
      owner: (key) => `You get this mail because ${key} is in your care.`,
      assignee: (key) => `You get this mail because you work on ${key}.`,
      lead: () => 'You get this mail because you lead the programme.',
      visitor: () => 'You get this mail because it was asked for.',
    },
    concerned: 'You get this mail because it concerns you.',
    sentFor: (company) => `Stanch sends it for ${company}.`,
    yourCompany: 'your company',
    answerable: 'Answer this mail to say something about it: all who stand behind it, and IT, can read that.',
    stop: 'Fewer mails, or none',
    table: 'The figures behind it, as a table',
    standsAt: (step, place) => `It stands at: ${step}, step ${place} of 5`,
  },
  de: {
    because: {
      asked: (key) => `${WHY_IN_GERMAN} Sie gefragt sind, ob ${key} behoben ist.`,
      raiser: (key) => `${WHY_IN_GERMAN} Sie ${key} gemeldet haben.`,
      newcomer: (key) => `${WHY_IN_GERMAN} ${key} auch Sie trifft.`,
      sponsor: (key) => `${WHY_IN_GERMAN} ${key} auch Sie trifft.`,
      owner: (key) => `${WHY_IN_GERMAN} ${key} in Ihrer Obhut ist.`,
      assignee: (key) => `${WHY_IN_GERMAN} Sie an ${key} arbeiten.`,
      lead: () => `${WHY_IN_GERMAN} Sie das Programm leiten.`,
      visitor: () => `${WHY_IN_GERMAN} sie angefordert wurde.`,
    },
    concerned: `${WHY_IN_GERMAN} es Sie betrifft.`,
    sentFor: (company) => `Stanch schickt sie für ${company}.`,
    yourCompany: 'Ihre Firma',
    answerable:
      'Antworten Sie auf diese Mail, wenn Sie etwas dazu sagen möchten: Alle Betroffenen und die IT können es lesen.',
    stop: 'Weniger Mails oder keine',
    table: 'Die Zahlen dahinter als Tabelle',
    standsAt: (step, place) => `Stand: ${step}, Schritt ${place} von 5`,
  },
  fr: {
    because: {
      asked: (key) => `${WHY_IN_FRENCH} nous vous demandons si ${key} est résolu.`,
      raiser: (key) => `${WHY_IN_FRENCH} vous avez signalé ${key}.`,
      newcomer: (key) => `${WHY_IN_FRENCH} ${key} vous touche aussi.`,
      sponsor: (key) => `${WHY_IN_FRENCH} ${key} vous touche aussi.`,
      owner: (key) => `${WHY_IN_FRENCH} vous avez la charge de ${key}.`,
      assignee: (key) => `${WHY_IN_FRENCH} vous travaillez sur ${key}.`,
      lead: () => `${WHY_IN_FRENCH} vous dirigez le programme.`,
      visitor: () => `${WHY_IN_FRENCH} quelqu’un l’a demandé.`,
    },
    concerned: `${WHY_IN_FRENCH} cela vous concerne.`,
    sentFor: (company) => `Stanch l’envoie pour ${company}.`,
    yourCompany: 'votre entreprise',
    answerable: fr`Répondez à ce message si vous voulez y ajouter quelque chose : toutes les personnes concernées, et l’équipe informatique, pourront le lire.`,
    stop: 'Moins de messages, ou aucun',
    table: 'Les chiffres du graphique, en tableau',
    standsAt: (step, place) => fr`Étape : ${step}, ${String(place)} sur 5`,
  },
};
