import { fr } from '../languages/french.js';
import { trustInWords } from '../trust-in-words.js';
import type { Voice } from '../voice.js';
import { mail } from '../wording.js';

/** The week of one person: what is asked of them, what moved, what is promised, what got better. */
export const digest = mail(
  {
    en: {
      subject: 'Your week in Stanch',
      asking: (count: number, voice: Voice) =>
        `Your week in Stanch: ${voice.counted(count, 'answer', 'answers')} asked of you`,
      first: 'Before the status meeting: what happened to the pain that is yours.',
      firstAsking: 'Before the status meeting: your word is asked for, and this is what happened.',
      why: 'You get this mail once a week, before the status meeting.',
      action: 'Open my pain points',
      inApp: (count: number, voice: Voice) =>
        `This week: ${voice.counted(count, 'thing', 'things')} that you hear of once a week`,
    },
    de: {
      subject: 'Ihre Woche in Stanch',
      asking: (count, voice) => `Ihre Woche in Stanch: ${voice.counted(count, 'Antwort', 'Antworten')} gefragt`,
      first: 'Vor der Statusbesprechung: was sich bei Ihren Schmerzpunkten getan hat.',
      firstAsking: 'Vor der Statusbesprechung: Ihr Wort ist gefragt, und das hat sich getan.',
      why: 'Sie bekommen diese Mail einmal in der Woche, vor der Statusbesprechung.',
      action: 'Meine Schmerzpunkte öffnen',
      inApp: (count, voice) =>
        `Diese Woche: ${voice.counted(count, 'Neuigkeit', 'Neuigkeiten')}, einmal in der Woche gesammelt`,
    },
    fr: {
      subject: 'Votre semaine dans Stanch',
      asking: (count, voice) =>
        fr`Votre semaine dans Stanch : ${voice.counted(count, 'réponse attendue', 'réponses attendues')}`,
      first: fr`Avant la réunion de suivi : ce qui s’est passé pour vos points de douleur.`,
      firstAsking: fr`Avant la réunion de suivi : votre réponse est attendue, et voici ce qui s’est passé.`,
      why: 'Vous recevez ce message une fois par semaine, avant la réunion de suivi.',
      action: 'Ouvrir mes points de douleur',
      inApp: (count, voice) =>
        fr`Cette semaine : ${voice.counted(count, 'nouvelle', 'nouvelles')} de votre résumé hebdomadaire`,
    },
  },
  (words, { digest: content, count = 0 }, voice) => {
    const { sections = [], figures } = content ?? {};
    const asked = sections.flatMap(({ lines }) => lines.filter(({ asks }) => asks !== undefined)).length;
    const trust = figures === undefined ? [] : trustInWords(figures, voice);
    const said = trust.map((text) => ({ key: null, title: '', text }));
    return {
      subject: asked === 0 ? words.subject : words.asking(asked, voice),
      first: asked === 0 ? words.first : words.firstAsking,
      sections: said.length === 0 ? sections : [...sections, { topic: 'trust', lines: said }],
      why: words.why,
      leadsTo: '/mine',
      action: words.action,
      inApp: words.inApp(count, voice),
    };
  },
);
