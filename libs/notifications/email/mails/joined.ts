import { fr } from '../languages/french.js';
import { mail } from '../wording.js';

/** Somebody else stands behind a pain point: to who was added, and to its owner. */
export const joined = mail(
  {
    en: {
      toNewcomer: (by: string | null) => ({
        first: `${by ?? 'IT'} added you to a pain point that hurts you too.`,
        lines: ['From now on you hear of every step.', 'It does not hurt you? Open it and say so.'],
        action: 'See what it is about',
      }),
      toOwner: (who: string | undefined) => ({
        first: `${who ?? 'Somebody'} is hurt by this as well: one more sponsor of the pain point in your care.`,
        action: 'See who stands behind it',
        inApp: `${who ?? 'Somebody'} joined: “me too”`,
      }),
      added: (by: string) => `${by} added them.`,
    },
    de: {
      toNewcomer: (by) => ({
        first: `${by ?? 'Die IT'} hat Sie zu einem Schmerzpunkt hinzugefügt, der auch Sie trifft.`,
        lines: [
          'Ab jetzt erfahren Sie von jedem Schritt.',
          'Er trifft Sie gar nicht? Öffnen Sie ihn und sagen Sie es.',
        ],
        action: 'Ansehen, worum es geht',
      }),
      toOwner: (who) => ({
        first: `${who ?? 'Noch jemand'} ist ebenfalls betroffen: eine Stimme mehr für den Schmerzpunkt in Ihrer Obhut.`,
        action: 'Ansehen, wer dahinter steht',
        inApp: `${who ?? 'Noch jemand'} ist dabei: „Mich trifft es auch“`,
      }),
      added: (by) => `${by} hat die Person hinzugefügt.`,
    },
    fr: {
      toNewcomer: (by) => ({
        first: `${by ?? 'L’équipe informatique'} vous associe à un point de douleur qui vous touche aussi.`,
        lines: [
          'À partir de maintenant, nous vous tiendrons au courant de chaque étape.',
          fr`Il ne vous touche pas ? Ouvrez-le et dites-le.`,
        ],
        action: 'Voir de quoi il s’agit',
      }),
      toOwner: (who) => ({
        first: fr`${who ?? 'Quelqu’un'} est dans le même cas : une voix de plus pour le point de douleur dont vous avez la charge.`,
        action: 'Voir qui est derrière',
        inApp: fr`${who ?? 'Quelqu’un'} se joint aux autres : « moi aussi »`,
      }),
      added: (by) => `Cette personne a été ajoutée par ${by}.`,
    },
  },
  ({ toNewcomer, toOwner, added }, { part, by, person, themselves }) => {
    if (part === 'newcomer') return toNewcomer(by);
    return { ...toOwner(person), lines: themselves === false && by !== null ? [added(by)] : [] };
  },
);
