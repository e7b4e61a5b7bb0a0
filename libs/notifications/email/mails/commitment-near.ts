import type { Notice, NoticedDate } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { den } from '../languages/german.js';
import { mail } from '../wording.js';

/** A promised date is near: said to whoever keeps it, while there is time to keep it or to move it honestly. */
export const commitmentNear = mail(
  {
    en: {
      first: (notice: Notice, day: string) =>
        `${day} is promised for ${yours(notice)}, and it is not with its sponsors yet.`,
      line: 'It is kept when it comes to be checked by the end of that day. If it cannot be: a new date with its reason today is worth more than a broken one.',
      promised: 'Promised for',
      firstPromised: 'First promised',
      action: 'See where it stands',
      inApp: (day: string) => `Promised for ${day}: the date is near`,
    },
    de: {
      first: (notice, day) =>
        `Der zugesagte Termin für ${den(notice, ',')} rückt näher: ${day}. Die Betroffenen können noch nichts prüfen.`,
      line: 'Gehalten ist die Zusage, wenn der Schmerzpunkt bis zum Ende dieses Tages zur Prüfung kommt. Geht das nicht, ist ein neuer Termin mit seinem Grund heute mehr wert als eine gebrochene Zusage.',
      promised: 'Zugesagt für',
      firstPromised: 'Zuerst zugesagt',
      action: 'Den Stand ansehen',
      inApp: (day) => `Zugesagt für ${day}: Der Termin rückt näher`,
    },
    fr: {
      first: (notice, day) =>
        fr`La date promise pour ${le(notice)} approche : ${day}. Les personnes concernées n’ont encore rien à vérifier.`,
      line: fr`L’engagement est tenu si le point arrive en vérification avant la fin de cette journée. Si c’est impossible : une nouvelle date avec sa raison, dès aujourd’hui, vaut mieux qu’un engagement rompu.`,
      promised: 'Promis pour',
      firstPromised: 'Première date',
      action: 'Voir où ça en est',
      inApp: (day) => fr`Promis pour le ${day} : la date approche`,
    },
  },
  (words, notice, voice) => {
    const { dueOn, firstDueOn } = notice.date as NoticedDate;
    const facts: [string, string][] = [[words.promised, voice.day(dueOn)]];
    if (firstDueOn !== null && firstDueOn !== dueOn) facts.push([words.firstPromised, voice.day(firstDueOn)]);
    return {
      first: words.first(notice, voice.day(dueOn)),
      lines: [words.line],
      facts,
      action: words.action,
      inApp: words.inApp(voice.day(dueOn)),
    };
  },
);
