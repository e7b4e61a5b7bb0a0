import { fr } from '../languages/french.js';
import { trustInWords } from '../trust-in-words.js';
import { mail } from '../wording.js';

/** What a meeting decided, to those who were there and those who could not come. */
export const minutes = mail(
  {
    en: {
      subject: (day: string) => `Minutes of ${day}`,
      first: (day: string) => `The status meeting of ${day}: what was decided, and who does what.`,
      nothing: 'Nothing was decided, and nobody was asked to do anything.',
      next: (day: string, time: string) =>
        `The next one is on ${day} at ${time}. The calendar file in this mail puts it into your calendar, week by week, with the link by which you follow it.`,
      why: 'You get this mail because you were there, or were expected.',
      action: 'Read the minutes',
      inApp: (day: string) => `Minutes of the status meeting of ${day}`,
    },
    de: {
      subject: (day) => `Protokoll vom ${day}`,
      first: (day) => `Die Statusbesprechung vom ${day}: was beschlossen wurde, und wer was tut.`,
      nothing: 'Es wurde nichts beschlossen und niemand um etwas gebeten.',
      next: (day, time) =>
        `Die nächste ist am ${day} um ${time} Uhr. Mit der Kalenderdatei in dieser Mail steht sie jede Woche in Ihrem Kalender, mit dem Link, über den Sie ihr folgen.`,
      why: 'Sie bekommen diese Mail, weil Sie dabei waren oder erwartet wurden.',
      action: 'Das Protokoll lesen',
      inApp: (day) => `Protokoll der Statusbesprechung vom ${day}`,
    },
    fr: {
      subject: (day) => `Compte rendu du ${day}`,
      first: (day) => fr`La réunion de suivi du ${day} : ce qui a été décidé, et qui fait quoi.`,
      nothing: 'Rien n’a été décidé, et personne n’a été chargé de quoi que ce soit.',
      next: (day, time) =>
        `La prochaine est le ${day} à ${time}. Le fichier d’agenda joint à ce message l’inscrit chaque semaine dans votre agenda, avec le lien pour la suivre.`,
      why: 'Vous recevez ce message parce que vous étiez présent ou attendu.',
      action: 'Lire le compte rendu',
      inApp: (day) => `Compte rendu de la réunion de suivi du ${day}`,
    },
  },
  (words, { meeting, digest }, voice) => {
    const day = voice.day(meeting?.day ?? '');
    const { sections = [], figures } = digest ?? {};
    const trust = figures === undefined ? [] : trustInWords(figures, voice);
    const said = trust.map((text) => ({ key: null, title: '', text }));
    const decided = sections.some(({ topic }) => topic === 'decided' || topic === 'toDo');
    return {
      subject: words.subject(day),
      first: words.first(day),
      lines: [
        ...(decided ? [] : [words.nothing]),
        ...(meeting?.next === undefined
          ? []
          : [words.next(voice.day(meeting.next.day), voice.time(meeting.next.time))]),
      ],
      plotLeadsTo: `/meetings/${meeting?.id ?? ''}`,
      sections: said.length === 0 ? sections : [...sections, { topic: 'trust' as const, lines: said }],
      why: words.why,
      leadsTo: `/meetings/${meeting?.id ?? ''}`,
      action: words.action,
      inApp: words.inApp(day),
    };
  },
);
