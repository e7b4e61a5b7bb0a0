import { StageCategory } from '@stanch/remediation';
import type { MailLanguage } from '../mail-language.js';

/** The bands of the plot: what is not fixed, by how far it is from a fix. */
export const OPEN = [StageCategory.BLEEDING, StageCategory.PLANNED, StageCategory.TREATING, StageCategory.CHECKING];
export type Open = (typeof OPEN)[number];

/** What the plot of the bleeding says. */
export interface BleedingWords {
  readonly title: string;
  readonly heights: string;
  readonly wins: string;
  readonly day: string;
  readonly together: string;
  readonly winsTold: string;
  readonly inAll: (money: string) => string;
  readonly bands: Readonly<Record<Open, string>>;
  /** What bleeds now, with a comparison that begins with a comma or a semicolon. */
  readonly bleeds: (now: string, compared: string) => string;
  readonly noMore: (compared: string) => string;
  readonly against: (then: string, day: string, change: string) => string;
  readonly nothingThen: (day: string) => string;
  readonly wasThen: (day: string, then: string) => string;
  readonly hardly: string;
  readonly times: (factor: string) => string;
  readonly less: (share: string) => string;
  readonly more: (share: string) => string;
  readonly highest: (day: string, money: string) => string;
  readonly most: (share: string, band: string) => string;
  readonly told: (wins: number, said: string) => string;
  readonly how: (hourlyCost: string, cards: number, said: string) => string;
  readonly nobodyEstimated: string;
  readonly nothingStood: string;
}

export const BLEEDING_WORDS: Readonly<Record<MailLanguage, BleedingWords>> = {
  en: {
    title: 'Bleeding a week',
    heights: 'money a week',
    wins: 'wins',
    day: 'day',
    together: 'Together',
    winsTold: 'Wins told',
    inAll: (money) => `${money} in all`,
    bands: { BLEEDING: 'Bleeding', PLANNED: 'Planned', TREATING: 'Treating', CHECKING: 'Checking' },
    bleeds: (now, compared) => `${now} bleed a week${compared}.`,
    noMore: (compared) => `Nothing bleeds any more${compared}.`,
    against: (then, day, change) => ` against ${then} on ${day}${change}`,
    nothingThen: (day) => `; on ${day} nothing bled`,
    wasThen: (day, then) => `; on ${day} it was ${then} a week`,
    hardly: ', hardly any change',
    times: (factor) => `, ${factor} times as much`,
    less: (share) => `, ${share} less`,
    more: (share) => `, ${share} more`,
    highest: (day, money) => `It was highest on ${day} with ${money}.`,
    most: (share, band) => `${share} of it stands in ${band}.`,
    told: (wins, said) =>
      `${wins === 0 ? 'No win was' : wins === 1 ? '1 win was' : `${said} wins were`} told in that time.`,
    how: (hourlyCost, cards, said) =>
      'An estimate: the bleed rates of all that was not fixed, added up at the end of each day, as they were estimated then ' +
      `and by what an hour of work cost then (at the end ${hourlyCost}). ` +
      `${said} ${cards === 1 ? 'pain point' : 'pain points'} at the end. What was imported counts from the day of the import.`,
    nobodyEstimated:
      'Of what stood at the end of any day nobody had estimated what it costs, so there is no bleeding to draw. Say on a card how many people lose how many hours.',
    nothingStood: 'No pain point stood on the board in this time, so nothing bled.',
  },
  de: {
    title: 'Was jede Woche blutet',
    heights: 'Geld in der Woche',
    wins: 'Erfolge',
    day: 'Tag',
    together: 'Zusammen',
    winsTold: 'Erfolge',
    inAll: (money) => `${money} insgesamt`,
    bands: { BLEEDING: 'Blutet', PLANNED: 'Geplant', TREATING: 'In Arbeit', CHECKING: 'In Prüfung' },
    bleeds: (now, compared) => `Was nicht behoben ist, kostet ${now} in der Woche${compared}.`,
    noMore: (compared) => `Es blutet nichts mehr${compared}.`,
    against: (then, day, change) => `, gegenüber ${then} am ${day}${change}`,
    nothingThen: (day) => `; am ${day} blutete nichts`,
    wasThen: (day, then) => `; am ${day} waren es ${then} in der Woche`,
    hardly: ', also kaum verändert',
    times: (factor) => `, also das ${factor}-Fache`,
    less: (share) => `, also ${share} weniger`,
    more: (share) => `, also ${share} mehr`,
    highest: (day, money) => `Am meisten war es am ${day} mit ${money}.`,
    most: (share, band) => `${share} davon stehen bei „${band}“.`,
    told: (wins, said) =>
      wins === 0
        ? 'In dieser Zeit wurde von keinem Erfolg berichtet.'
        : `In dieser Zeit wurde von ${wins === 1 ? 'einem Erfolg' : `${said} Erfolgen`} berichtet.`,
    how: (hourlyCost, cards, said) =>
      'Eine Schätzung: was alles kostet, das nicht behoben war, am Ende jedes Tages zusammengezählt, so wie es damals ' +
      `geschätzt war und mit dem, was eine Arbeitsstunde damals kostete (am Ende ${hourlyCost}). ` +
      `${said} ${cards === 1 ? 'Schmerzpunkt' : 'Schmerzpunkte'} am Ende. Was importiert wurde, zählt ab dem Tag des Imports.`,
    nobodyEstimated:
      'Von dem, was am Ende eines Tages noch nicht behoben war, hatte niemand geschätzt, was es kostet, also gibt es nichts zu zeichnen. Sagen Sie auf einer Karte, wie viele Menschen wie viele Stunden verlieren.',
    nothingStood: 'In dieser Zeit stand kein Schmerzpunkt auf dem Board, also blutete nichts.',
  },
  fr: {
    title: 'Ce qui saigne chaque semaine',
    heights: 'argent par semaine',
    wins: 'succès',
    day: 'jour',
    together: 'Ensemble',
    winsTold: 'Succès',
    inAll: (money) => `${money} en tout`,
    bands: { BLEEDING: 'Ça saigne', PLANNED: 'Planifié', TREATING: 'En cours', CHECKING: 'À vérifier' },
    bleeds: (now, compared) => `Ce qui n’est pas résolu coûte ${now} par semaine${compared}.`,
    noMore: (compared) => `Plus rien ne saigne${compared}.`,
    against: (then, day, change) => `, contre ${then} le ${day}${change}`,
    nothingThen: (day) => `\u00a0; le ${day}, rien ne saignait`,
    wasThen: (day, then) => `\u00a0; le ${day}, c’était ${then} par semaine`,
    hardly: ', soit presque autant',
    times: (factor) => `, soit ${factor} fois plus`,
    less: (share) => `, soit ${share} de moins`,
    more: (share) => `, soit ${share} de plus`,
    highest: (day, money) => `Le plus haut était le ${day}, avec ${money}.`,
    most: (share, band) => `${share} se trouvent à l’étape «\u00a0${band}\u00a0».`,
    told: (wins, said) =>
      wins === 0
        ? 'Aucun succès n’a été annoncé pendant cette période.'
        : `${wins === 1 ? 'Un succès a été annoncé' : `${said} succès ont été annoncés`} pendant cette période.`,
    how: (hourlyCost, cards, said) =>
      'Une estimation\u00a0: le coût de tout ce qui n’était pas résolu, additionné à la fin de chaque jour, tel qu’il était estimé ' +
      `alors et avec ce que coûtait alors une heure de travail (à la fin ${hourlyCost}). ` +
      `${said} ${cards === 1 ? 'point de douleur' : 'points de douleur'} à la fin. Ce qui a été importé compte à partir du jour de l’import.`,
    nobodyEstimated:
      'Personne n’avait estimé le coût de ce qui restait à la fin d’une journée, il n’y a donc rien à dessiner. Dites sur une carte combien de personnes perdent combien d’heures.',
    nothingStood: 'Aucun point de douleur n’était au tableau pendant cette période, rien ne saignait donc.',
  },
};

/** What a stage of a category is called, where there is no room for its own name. */
export function wordOfStage(category: StageCategory): string {
  return category === StageCategory.FIXED ? 'Fixed' : BLEEDING_WORDS.en.bands[category];
}
