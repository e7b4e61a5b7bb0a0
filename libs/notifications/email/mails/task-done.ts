import type { Notice } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { dem } from '../languages/german.js';
import { mail, oneLine } from '../wording.js';

/** A step towards the fix is done. */
export const taskDone = mail(
  {
    en: {
      first: (notice: Notice, task: string) => `One step further with ${yours(notice)}: “${task}” is done.`,
      line: (by: string | null) => `${by ?? 'IT'} finished it.`,
      action: 'See what comes next',
      inApp: (task: string) => `Done: “${task}”`,
    },
    de: {
      first: (notice, task) => `Ein Schritt weiter bei ${dem(notice)}: „${task}“ ist erledigt.`,
      line: (by) => `Erledigt hat es ${by ?? 'die IT'}.`,
      action: 'Ansehen, was als Nächstes kommt',
      inApp: (task) => `Erledigt: „${task}“`,
    },
    fr: {
      first: (notice, task) => fr`Un pas de plus pour ${le(notice)} : « ${task} », c’est fait.`,
      line: (by) => `Le travail a été fait par ${by ?? 'l’équipe informatique'}.`,
      action: 'Voir la suite',
      inApp: (task) => fr`Fait : « ${task} »`,
    },
  },
  ({ first, line, action, inApp }, notice) => {
    const task = oneLine(notice.task ?? '');
    return { first: first(notice, task), lines: [line(notice.by)], action, inApp: inApp(task) };
  },
);
