import type { Notice } from '../../domain/notice.js';
import { yours } from '../languages/english.js';
import { fr, le } from '../languages/french.js';
import { dem, den } from '../languages/german.js';
import { mail, oneLine, shortened } from '../wording.js';

/** Something makes it hurt less until it is fixed: said with what to do, since that helps at once. */
export const workaroundOffered = mail(
  {
    en: {
      first: (notice: Notice) => `There is something that helps with ${yours(notice)} until it is fixed.`,
      toSponsors: 'It is not fixed by that; you go on hearing of every step. It does not help you? Open it and say so.',
      toWorkers: 'The bleeding is slowed, not stopped: it stays on the board until it is fixed.',
      before: 'Time lost before',
      left: 'Time lost with it',
      hours: ['hour a week', 'hours a week'] as readonly [string, string],
      action: 'See what helps',
      inApp: (words: string) => `Helps until it is fixed: “${words}”`,
    },
    de: {
      first: (notice) => `Für ${den(notice, ',')} gibt es etwas, das hilft, bis er behoben ist.`,
      toSponsors:
        'Behoben ist er damit noch nicht; Sie erfahren weiterhin jeden Schritt. Es hilft Ihnen nicht? Öffnen Sie ihn und sagen Sie es.',
      toWorkers: 'Die Blutung ist verlangsamt, nicht gestillt: Er bleibt auf dem Board, bis er behoben ist.',
      before: 'Verlorene Zeit vorher',
      left: 'Verlorene Zeit damit',
      hours: ['Stunde pro Woche', 'Stunden pro Woche'],
      action: 'Ansehen, was hilft',
      inApp: (words) => `Hilft, bis es behoben ist: „${words}“`,
    },
    fr: {
      first: (notice) => `Pour ${le(notice)}, il y a quelque chose qui aide en attendant qu’il soit résolu.`,
      toSponsors: fr`Il n’est pas résolu pour autant : vous continuerez à suivre chaque étape. Cela ne vous aide pas ? Ouvrez-le et dites-le.`,
      toWorkers: fr`Le saignement est ralenti, pas arrêté : il reste au tableau jusqu’à ce qu’il soit résolu.`,
      before: 'Temps perdu avant',
      left: 'Temps encore perdu',
      hours: ['heure par semaine', 'heures par semaine'],
      action: 'Voir ce qui aide',
      inApp: (words) => fr`Aide en attendant : « ${words} »`,
    },
  },
  (said, notice, voice) => {
    const { words = '', hoursBefore = 0, hoursLeft = 0 } = notice.workaround ?? {};
    const inHours = (hours: number) =>
      voice.counted(hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours), ...said.hours);
    const worksOnIt = notice.part === 'owner' || notice.part === 'assignee';
    return {
      first: said.first(notice),
      quote: { text: shortened(words), by: notice.by },
      lines: [worksOnIt ? said.toWorkers : said.toSponsors],
      facts:
        hoursLeft < hoursBefore
          ? [
              [said.before, inHours(hoursBefore)],
              [said.left, inHours(hoursLeft)],
            ]
          : [],
      action: said.action,
      inApp: said.inApp(oneLine(words, 140)),
    };
  },
);

/** What helped does so no longer: said before its readers find out. */
export const workaroundEnded = mail(
  {
    en: {
      first: (notice: Notice) => `What helped with ${yours(notice)} helps no longer.`,
      line: (by: string | null) => `${by ?? 'IT'} took the workaround back. It counts again with all that it costs.`,
      action: 'See where it stands',
      inApp: (reason: string) => `The workaround helps no longer: “${reason}”`,
    },
    de: {
      first: (notice) => `Was bei ${dem(notice, ',')} geholfen hat, hilft nicht mehr.`,
      line: (by) =>
        `${by ?? 'Die IT'} hat den Behelf zurückgenommen. Der Schmerzpunkt zählt wieder mit allem, was er kostet.`,
      action: 'Den Stand ansehen',
      inApp: (reason) => `Der Behelf hilft nicht mehr: „${reason}“`,
    },
    fr: {
      first: (notice) => `Ce qui aidait pour ${le(notice)} n’aide plus.`,
      line: (by) =>
        `${by ?? 'L’équipe informatique'} a retiré la solution provisoire. Le point de douleur compte de nouveau avec tout ce qu’il coûte.`,
      action: 'Voir où ça en est',
      inApp: (reason) => fr`La solution provisoire n’aide plus : « ${reason} »`,
    },
  },
  ({ first, line, action, inApp }, notice) => {
    const reason = notice.reason ?? '';
    return {
      first: first(notice),
      quote: { text: shortened(reason), by: notice.by },
      lines: [line(notice.by)],
      action,
      inApp: inApp(oneLine(reason, 140)),
    };
  },
);
