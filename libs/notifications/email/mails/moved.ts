import { CATEGORIES, type Move } from '../../domain/net-move.js';
import type { Notice } from '../../domain/notice.js';
import { Yours, yours } from '../languages/english.js';
import { fr, Le, le } from '../languages/french.js';
import { dem, den, Der, der } from '../languages/german.js';
import { mail, withBefore } from '../wording.js';

/** What a move means to its reader, and what comes after it. */
interface Meanings {
  /** On, within the same step. */
  readonly on: (notice: Notice, stage: string) => string;
  readonly waits: (notice: Notice) => string;
  readonly planned: (notice: Notice) => string;
  readonly plannedAgain: (notice: Notice) => string;
  readonly treated: (notice: Notice) => string;
  readonly treatedAgain: (notice: Notice) => string;
  readonly checked: (notice: Notice) => string;
  readonly fixed: (notice: Notice) => string;
  readonly confirmed: (notice: Notice) => string;
  /** A lead brought the yes of a sponsor. */
  readonly brought: (notice: Notice) => string;
  readonly unanswered: (notice: Notice) => string;
  readonly youWillHear: string;
  readonly theirWordDecides: string;
  readonly yourWordCounts: string;
  readonly thanks: string;
  readonly way: (by: string, from: string, to: string) => string;
  readonly action: string;
}

/** A card stands in another stage than before. */
export const moved = mail<Meanings>(
  {
    en: {
      on: (notice, stage) => `${Yours(notice)} moved on: it is now in “${stage}”.`,
      waits: (notice) => `${Yours(notice)} is back among those that wait: nobody works on it for now.`,
      planned: (notice) => `${Yours(notice)} is planned: it was heard, and it will be worked on.`,
      plannedAgain: (notice) => `${Yours(notice)} has to wait: it is planned again, but nobody works on it for now.`,
      treated: (notice) => `Work on ${yours(notice)} has begun.`,
      treatedAgain: (notice) => `${Yours(notice)} is not fixed yet: it is being worked on again.`,
      checked: (notice) => `IT believes that ${yours(notice)} is fixed, and asks whoever raised it.`,
      fixed: (notice) => `IT holds ${yours(notice)} for fixed, and asks whoever raised it.`,
      confirmed: (notice) => `${Yours(notice)} is fixed, and confirmed by those whom it hurt.`,
      brought: (notice) =>
        `${Yours(notice)} is fixed: ${notice.confirmedFor ?? 'a sponsor'} says so, in a word that ${notice.by ?? 'a lead'} brought.`,
      unanswered: (notice) =>
        `Nobody has said whether ${yours(notice)} is fixed, so it counts as “fixed, unconfirmed”.`,
      youWillHear: 'You will hear when work on it begins.',
      theirWordDecides: 'When IT believes that it is fixed, the word of those whom it hurts decides.',
      yourWordCounts: 'Your word still counts: open it and say so.',
      thanks: 'Thank you for telling us where it hurt.',
      way: (by, from, to) => `${by} moved it from “${from}” to “${to}”.`,
      action: 'See where it stands',
    },
    de: {
      on: (notice, stage) => `${Der(notice, ',')} ist weitergerückt: Er steht jetzt in „${stage}“.`,
      waits: (notice) => `${Der(notice, ',')} wartet wieder: Vorerst arbeitet niemand daran.`,
      planned: (notice) => `${Der(notice, ',')} ist geplant: Wir haben zugehört und werden daran arbeiten.`,
      plannedAgain: (notice) =>
        `${Der(notice, ',')} muss warten: Er ist wieder geplant, aber vorerst arbeitet niemand daran.`,
      treated: (notice) => `Die Arbeit an ${dem(notice, ',')} hat begonnen.`,
      treatedAgain: (notice) => `${Der(notice, ',')} ist noch nicht behoben: Es wird wieder daran gearbeitet.`,
      checked: (notice) =>
        `Die IT meint, dass ${der(notice, ',')} behoben ist, und fragt die Person, die ihn gemeldet hat.`,
      fixed: (notice) => `Die IT hält ${den(notice, ',')} für behoben und fragt die Person, die ihn gemeldet hat.`,
      confirmed: (notice) => `${Der(notice, ',')} ist behoben, und die Betroffenen haben es bestätigt.`,
      brought: (notice) =>
        `${Der(notice, ',')} ist behoben: Das sagt ${notice.confirmedFor ?? 'jemand von den Betroffenen'}, überbracht von ${notice.by ?? 'der Leitung'}.`,
      unanswered: (notice) =>
        `Niemand hat gesagt, ob ${der(notice, ',')} behoben ist; deshalb gilt er als „behoben, unbestätigt“.`,
      youWillHear: 'Sie erfahren es, wenn die Arbeit daran beginnt.',
      theirWordDecides: 'Wenn die IT ihn für behoben hält, entscheidet das Wort der Betroffenen.',
      yourWordCounts: 'Ihr Wort zählt noch immer: Öffnen Sie ihn und sagen Sie es.',
      thanks: 'Danke, dass Sie uns gesagt haben, wo es wehtat.',
      way: (by, from, to) => `${by} hat ihn von „${from}“ nach „${to}“ verschoben.`,
      action: 'Den Stand ansehen',
    },
    fr: {
      on: (notice, stage) => fr`${Le(notice)} a avancé : il est maintenant dans « ${stage} ».`,
      waits: (notice) =>
        fr`${Le(notice)} est de retour parmi ceux qui attendent : personne n’y travaille pour le moment.`,
      planned: (notice) => fr`${Le(notice)} est planifié : il a été entendu, et on va y travailler.`,
      plannedAgain: (notice) =>
        fr`${Le(notice)} doit attendre : il est de nouveau planifié, mais personne n’y travaille pour le moment.`,
      treated: (notice) => `Le travail sur ${le(notice)} a commencé.`,
      treatedAgain: (notice) => fr`${Le(notice)} n’est pas encore résolu : on y travaille de nouveau.`,
      checked: (notice) =>
        `L’équipe informatique pense que ${le(notice)} est résolu, et le demande à la personne qui l’a signalé.`,
      fixed: (notice) =>
        `L’équipe informatique tient ${le(notice)} pour résolu, et le demande à la personne qui l’a signalé.`,
      confirmed: (notice) => `${Le(notice)} est résolu, et les personnes concernées l’ont confirmé.`,
      brought: (notice) =>
        fr`${Le(notice)} est résolu : ${notice.confirmedFor ?? 'une personne concernée'} le dit, dans un avis rapporté par ${notice.by ?? 'la direction du programme'}.`,
      unanswered: (notice) =>
        fr`Personne n’a dit si ${le(notice)} est résolu : il compte donc comme « résolu, non confirmé ».`,
      youWillHear: 'Nous vous préviendrons quand le travail commencera.',
      theirWordDecides:
        'Quand l’équipe informatique le croira résolu, c’est l’avis des personnes concernées qui décidera.',
      yourWordCounts: fr`Votre avis compte toujours : ouvrez-le et dites-le.`,
      thanks: 'Merci de nous avoir dit où ça faisait mal.',
      way: (by, from, to) => fr`${by} l’a fait passer de « ${from} » à « ${to} ».`,
      action: 'Voir où ça en est',
    },
  },
  (words, notice, voice) => {
    const move = notice.move as Move;
    const first = words[whatItMeans(notice, move)](notice, move.toName);
    const way = notice.by === null ? [] : [words.way(notice.by, move.fromName, move.toName)];
    return {
      first,
      lines: [...whatComes(notice, move).map((what) => words[what]), ...way],
      action: words.action,
      inApp: withBefore(first, notice, voice),
    };
  },
);

function whatItMeans({ by, confirmedFor }: Notice, move: Move) {
  const back = CATEGORIES.indexOf(move.toCategory) < CATEGORIES.indexOf(move.fromCategory);
  if (move.toCategory === move.fromCategory) return 'on';
  switch (move.toCategory) {
    case 'BLEEDING':
      return 'waits';
    case 'PLANNED':
      return back ? 'plannedAgain' : 'planned';
    case 'TREATING':
      return back ? 'treatedAgain' : 'treated';
    case 'CHECKING':
      return 'checked';
    case 'FIXED':
      if (move.confirmed) return confirmedFor === undefined ? 'confirmed' : 'brought';
      return by === null ? 'unanswered' : 'fixed';
  }
}

function whatComes({ part }: Notice, move: Move): ('youWillHear' | 'theirWordDecides' | 'yourWordCounts' | 'thanks')[] {
  if (part !== 'raiser' && part !== 'sponsor') return [];
  if (move.toCategory === 'PLANNED') return ['youWillHear'];
  if (move.toCategory === 'TREATING' && move.fromCategory !== 'CHECKING' && move.fromCategory !== 'FIXED') {
    return ['theirWordDecides'];
  }
  if (move.toCategory !== 'FIXED') return [];
  return [move.confirmed ? 'thanks' : 'yourWordCounts'];
}
