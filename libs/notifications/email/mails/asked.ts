import { fr } from '../languages/french.js';
import { mail } from '../wording.js';

/** Who feels the pain is asked whether it is gone: the one mail that wants an answer. */
export const asked = mail(
  {
    en: {
      subject: 'Is it fixed?',
      first: 'Is the pain gone that hurt you? You decide whether it is fixed.',
      yours: (by: string | null) =>
        `${by ?? 'IT'} believes that it is. You are the one who feels it, so your word counts, not ours.`,
      how: 'Each answer opens a page where you give it; no password is needed, and both help.',
      action: 'Answer: fixed, or still bleeding',
      inApp: 'Is it fixed? You decide.',
    },
    de: {
      subject: 'Ist es behoben?',
      first: 'Ist der Schmerz weg? Ob es behoben ist, entscheiden Sie.',
      yours: (by) => `${by ?? 'Die IT'} meint: ja. Aber Sie spüren es. Deshalb zählt Ihr Wort und nicht unseres.`,
      how: 'Jede Antwort öffnet eine Seite, auf der Sie sie geben. Ein Passwort brauchen Sie nicht, und beide Antworten helfen.',
      action: 'Antworten: behoben, oder es blutet noch',
      inApp: 'Ist es behoben? Sie entscheiden.',
    },
    fr: {
      subject: fr`Est-ce résolu ?`,
      first: fr`La douleur est-elle partie ? C’est à vous de dire si c’est résolu.`,
      yours: (by) =>
        fr`${by ?? 'L’équipe informatique'} pense que oui. Mais c’est vous qui le vivez : votre avis compte, pas le nôtre.`,
      how: fr`Chaque choix ouvre une page où vous donnez votre réponse ; aucun mot de passe n’est nécessaire, et les deux réponses nous aident.`,
      action: fr`Répondre : résolu, ou ça saigne encore`,
      inApp: fr`Est-ce résolu ? C’est vous qui décidez.`,
    },
  },
  ({ yours, how, ...words }, { by }) => ({ ...words, lines: [yours(by), how] }),
);

/** Days later, once more, and never again. */
export const reminded = mail(
  {
    en: {
      subject: 'Is it fixed?',
      first: 'Your word is still missing: is the pain gone that hurt you?',
      lines: [
        'Without an answer it is put to “fixed, unconfirmed” in a few days: nobody can count it as a success then, and you are not asked again.',
        'Each answer opens a page where you give it; no password is needed, and both help.',
      ],
      action: 'Answer: fixed, or still bleeding',
      inApp: 'Your word is still missing: is it fixed?',
    },
    de: {
      subject: 'Ist es behoben?',
      first: 'Ihr Wort fehlt noch: Ist der Schmerz weg?',
      lines: [
        'Ohne Antwort gilt es in ein paar Tagen als „behoben, unbestätigt“: Dann kann es niemand als Erfolg zählen, und Sie werden nicht noch einmal gefragt.',
        'Jede Antwort öffnet eine Seite, auf der Sie sie geben. Ein Passwort brauchen Sie nicht, und beide Antworten helfen.',
      ],
      action: 'Antworten: behoben, oder es blutet noch',
      inApp: 'Ihr Wort fehlt noch: Ist es behoben?',
    },
    fr: {
      subject: fr`Est-ce résolu ?`,
      first: fr`Il manque votre réponse : la douleur est-elle partie ?`,
      lines: [
        fr`Sans réponse, ce sera « résolu, non confirmé » dans quelques jours : personne ne pourra alors le compter comme une réussite, et la question ne vous sera plus posée.`,
        fr`Chaque choix ouvre une page où vous donnez votre réponse ; aucun mot de passe n’est nécessaire, et les deux réponses nous aident.`,
      ],
      action: fr`Répondre : résolu, ou ça saigne encore`,
      inApp: fr`Il manque votre réponse : est-ce résolu ?`,
    },
  },
  (words) => words,
);
