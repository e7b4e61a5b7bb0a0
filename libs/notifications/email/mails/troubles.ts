import { fr } from '../languages/french.js';
import { mail } from '../wording.js';

/** Mails to somebody come back: told to the leads, who can mend it. */
export const bounced = mail(
  {
    en: {
      first: (person: string | undefined, address: string, reason: string) =>
        `Mails to ${person ?? 'somebody'} (${address}) come back, so none is sent any more: ${reason}`,
      action: 'Mend the address',
    },
    de: {
      first: (person, address, reason) =>
        `Mails an ${person ?? 'jemanden'} (${address}) kommen zurück; deshalb wird keine mehr geschickt: ${reason}`,
      action: 'Die Adresse berichtigen',
    },
    fr: {
      first: (person, address, reason) =>
        fr`Les messages pour ${person ?? 'quelqu’un'} (${address}) reviennent ; plus aucun n’est envoyé : ${reason}`,
      action: 'Rectifier l’adresse',
    },
  },
  ({ first, action }, { person, words = '', reason = '' }) => ({ first: first(person, words, reason), action }),
);

/** An answer by mail waits for a lead, since nobody knows where it belongs. */
export const unreadable = mail(
  {
    en: {
      first: (from: string | undefined, reason: string) =>
        `An answer by mail of ${from ?? 'somebody'} waits in the outbox: ${reason}`,
      action: 'Read it',
    },
    de: {
      first: (from, reason) => `Eine Antwort per Mail von ${from ?? 'jemandem'} wartet im Postausgang: ${reason}`,
      action: 'Lesen',
    },
    fr: {
      first: (from, reason) =>
        fr`Une réponse par mail (${from ?? 'de quelqu’un'}) attend dans la boîte d’envoi : ${reason}`,
      action: 'La lire',
    },
  },
  ({ first, action }, { words, reason = '' }) => ({ first: first(words, reason), action }),
);

/** A webhook failed again and again, so nothing more is sent to it until a lead says so. */
export const webhookPaused = mail(
  {
    en: {
      first: (name: string, reason: string) =>
        `The webhook “${name}” is paused, since it failed again and again: ${reason}`,
      action: 'See the webhook',
    },
    de: {
      first: (name, reason) => `Der Webhook „${name}“ ist angehalten, weil er immer wieder scheiterte: ${reason}`,
      action: 'Den Webhook ansehen',
    },
    fr: {
      first: (name, reason) => fr`Le webhook « ${name} » est en pause, car il a échoué plusieurs fois : ${reason}`,
      action: 'Voir le webhook',
    },
  },
  ({ first, action }, { words = '', reason = '' }) => ({ first: first(words, reason), action }),
);

/** Sent by a lead to see whether a webhook arrives. */
export const webhookTest = mail(
  {
    en: {
      first: (name: string) => `It works: the webhook “${name}” of Stanch arrives here.`,
      action: 'Open Stanch',
    },
    de: { first: (name) => `Es klappt: Der Webhook „${name}“ von Stanch kommt hier an.`, action: 'Stanch öffnen' },
    fr: { first: (name) => fr`Ça marche : le webhook « ${name} » de Stanch arrive bien ici.`, action: 'Ouvrir Stanch' },
  },
  ({ first, action }, { words = '' }) => ({ first: first(words), action }),
);
