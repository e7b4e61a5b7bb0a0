import { fr } from '../languages/french.js';
import { mail } from '../wording.js';

/** The link by which one comes in without a password. */
export const signInLink = mail(
  {
    en: {
      subject: 'Your link to sign in',
      first: 'Here is your link to sign in.',
      lines: [
        'It opens a page with a button, counts for 15 minutes and works once. You then stay signed in on that device for 30 days.',
        'You have not asked for it? Then leave this mail alone: nobody comes in without it.',
      ],
      why: 'You get this mail because somebody asked for it with your address.',
      action: 'Sign in',
    },
    de: {
      subject: 'Ihr Link zum Anmelden',
      first: 'Hier ist Ihr Link zum Anmelden.',
      lines: [
        'Er öffnet eine Seite mit einem Knopf, gilt 15 Minuten und nur einmal. Danach bleiben Sie auf diesem Gerät 30 Tage lang angemeldet.',
        'Sie haben ihn nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne ihn kommt niemand herein.',
      ],
      why: 'Sie bekommen diese Mail, weil jemand sie mit Ihrer Adresse angefordert hat.',
      action: 'Anmelden',
    },
    fr: {
      subject: 'Votre lien de connexion',
      first: 'Voici votre lien de connexion.',
      lines: [
        'Il ouvre une page avec un bouton, reste valable 15 minutes et ne sert qu’une fois. La connexion reste ensuite ouverte 30 jours sur cet appareil.',
        fr`Vous ne l’avez pas demandé ? Alors ignorez ce message : sans lui, personne n’entre.`,
      ],
      why: 'Vous recevez ce message parce que quelqu’un l’a demandé avec votre adresse.',
      action: 'Se connecter',
    },
  },
  (words) => words,
);
