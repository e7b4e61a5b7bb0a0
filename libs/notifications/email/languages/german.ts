import type { Notice } from '../../domain/notice.js';
import type { Part } from '../../domain/notification-rules.js';
import { capital } from '../wording.js';

/** What makes the pain point the reader's; null: it is any one to them. */
const CLAUSES: Record<Part, string | null> = {
  asked: ', der Ihnen wehtut',
  raiser: ', den Sie gemeldet haben',
  newcomer: ', der auch Sie trifft',
  sponsor: ', der auch Sie trifft',
  owner: ' in Ihrer Obhut',
  assignee: ', an dem Sie arbeiten',
  lead: null,
  visitor: null,
};

const ANY = { der: 'ein', den: 'einen', dem: 'einem' } as const;

/**
 * How the reader knows the pain point, by its case: „der Schmerzpunkt, den Sie gemeldet haben“. Where the sentence goes
 * on, a clause is closed by a sign, mostly a comma.
 */
function point(article: keyof typeof ANY, { part }: Notice, closed: string): string {
  const clause = CLAUSES[part];
  if (clause === null) return `${ANY[article]} Schmerzpunkt`;
  return `${article} Schmerzpunkt${clause}${clause.startsWith(',') ? closed : ''}`;
}

export const der = (notice: Notice, closed = '') => point('der', notice, closed);
export const den = (notice: Notice, closed = '') => point('den', notice, closed);
export const dem = (notice: Notice, closed = '') => point('dem', notice, closed);

/** The first of these at the beginning of a sentence. */
export const Der = (notice: Notice, closed = '') => capital(der(notice, closed));
