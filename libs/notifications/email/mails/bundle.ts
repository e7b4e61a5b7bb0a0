import type { Voice } from '../voice.js';
import { mail } from '../wording.js';

/** Many pain points changed at once: one mail rather than as many. */
export const bundle = mail(
  {
    en: {
      yours: (count: number, voice: Voice) => `${voice.counted(count, 'pain point', 'pain points')} of yours`,
      changed: (by: string, what: string) => `${by} changed ${what}`,
      news: (what: string) => `News of ${what}`,
      first: (what: string) => `There is news of ${what}.`,
      why: 'You get this mail because pain points of yours changed.',
      action: 'Open my pain points',
    },
    de: {
      yours: (count, voice) => voice.counted(count, 'Ihrer Schmerzpunkte', 'Ihrer Schmerzpunkte'),
      changed: (by, what) => `${by} hat ${what} geändert`,
      news: (what) => `Neues zu ${what}`,
      first: (what) => `Es gibt Neues zu ${what}.`,
      why: 'Sie bekommen diese Mail, weil sich an Ihren Schmerzpunkten etwas geändert hat.',
      action: 'Meine Schmerzpunkte öffnen',
    },
    fr: {
      yours: (count, voice) => voice.counted(count, 'de vos points de douleur', 'de vos points de douleur'),
      changed: (by, what) => `${by} a modifié ${what}`,
      news: (what) => `Du nouveau pour ${what}`,
      first: (what) => `Il y a du nouveau pour ${what}.`,
      why: 'Vous recevez ce message parce que certains de vos points de douleur ont changé.',
      action: 'Ouvrir mes points de douleur',
    },
  },
  ({ yours, changed, news, first, why, action }, { by, count = 0, digest }, voice) => {
    const what = yours(count, voice);
    return {
      subject: by === null ? news(what) : changed(by, what),
      first: first(what),
      sections: digest?.sections ?? [],
      why,
      leadsTo: '/mine',
      action,
    };
  },
);
