import { plainForm } from './words.js';

/** What a status of a list means: a category of stages, or that the row says the same as another. */
export type StatusMeaning = 'BLEEDING' | 'PLANNED' | 'TREATING' | 'CHECKING' | 'FIXED' | 'DUPLICATE';

const SAYINGS: Readonly<Record<StatusMeaning, string>> = {
  BLEEDING:
    'open, opened, new, todo, to do, reported, raised, backlog, not started, bleeding, offen, neu, gemeldet, nicht begonnen',
  PLANNED: 'planned, scheduled, accepted, approved, next, ready, geplant, eingeplant, angenommen, genehmigt',
  TREATING:
    'in work, in progress, doing, wip, started, ongoing, under way, treating, working on it, in arbeit, in bearbeitung, begonnen, laufend',
  CHECKING:
    'in review, review, testing, in test, checking, to confirm, to verify, waiting for confirmation, delivered, in prufung, zu prufen, im test, in abnahme',
  FIXED:
    'fixed, done, closed, resolved, solved, completed, complete, finished, erledigt, behoben, gelost, geschlossen, abgeschlossen, fertig, umgesetzt',
  DUPLICATE: 'duplicate, dup, duplicated, repeat, repeated, doppelt, duplikat, dublette',
};

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map(
  (Object.entries(SAYINGS) as [StatusMeaning, string][]).flatMap(([meaning, sayings]) =>
    sayings.split(', ').map((saying) => [saying, meaning] as const),
  ),
);

/** What a status means, in English or German; null when nobody can say. */
export function meaningOf(status: string): StatusMeaning | null {
  return MEANINGS.get(plainForm(status)) ?? null;
}
