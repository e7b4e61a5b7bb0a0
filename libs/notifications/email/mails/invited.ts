import { fr } from '../languages/french.js';
import { mail, shortened } from '../wording.js';

/** Somebody is asked to come in for the first time. */
export const invited = mail(
  {
    en: {
      yourIt: 'Your IT',
      subject: (by: string) => `${by} asks where it hurts`,
      first: (by: string) => `${by} would like to hear what hurts in your daily work.`,
      lines: [
        'Stanch keeps what IT delivers, or fails to, in the words of those whom it hurts. You say what hurts in one line; you hear of every step; and you alone say when it is fixed.',
        'The link lets you in without a password and works once. It counts for 14 days.',
      ],
      why: 'You get this mail because you were invited to Stanch. Not for you? Then leave it alone.',
      action: 'Come in',
    },
    de: {
      yourIt: 'Ihre IT',
      subject: (by) => `${by} fragt, wo es wehtut`,
      first: (by) => `${by} möchte hören, was Ihnen im Arbeitsalltag wehtut.`,
      lines: [
        'Stanch hält fest, was die IT leistet oder schuldig bleibt, in den Worten derer, denen es wehtut. Sie sagen in einer Zeile, was wehtut; Sie erfahren von jedem Schritt; und nur Sie sagen, wann es behoben ist.',
        'Der Link lässt Sie ohne Passwort herein. Er gilt 14 Tage und nur einmal.',
      ],
      why: 'Sie bekommen diese Mail, weil Sie zu Stanch eingeladen wurden. Nicht für Sie? Dann brauchen Sie nichts zu tun.',
      action: 'Hereinkommen',
    },
    fr: {
      yourIt: 'Votre équipe informatique',
      subject: (by) => `${by} demande où ça fait mal`,
      first: (by) => `${by} aimerait savoir ce qui vous fait mal dans votre travail de tous les jours.`,
      lines: [
        fr`Stanch garde la trace de ce que l’équipe informatique apporte, ou n’apporte pas, avec les mots de celles et ceux qui en souffrent. Vous dites en une ligne ce qui fait mal ; nous vous tenons au courant de chaque étape ; et c’est vous, et personne d’autre, qui dites quand c’est résolu.`,
        'Le lien vous fait entrer sans mot de passe et ne sert qu’une fois. Il est valable 14 jours.',
      ],
      why: fr`Vous recevez ce message parce qu’une invitation à Stanch vous a été adressée. Ce n’est pas pour vous ? Alors ignorez-le.`,
      action: 'Entrer',
    },
  },
  ({ yourIt, subject, first, ...words }, { by, words: typed }) => ({
    ...words,
    subject: subject(by ?? yourIt),
    first: first(by ?? yourIt),
    ...(typed ? { quote: { text: shortened(typed), by } } : {}),
  }),
);
