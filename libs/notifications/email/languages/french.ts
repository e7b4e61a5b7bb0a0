import type { Notice } from '../../domain/notice.js';
import type { Part } from '../../domain/notification-rules.js';
import { capital } from '../wording.js';

/** What makes the pain point the reader's; null: it is any one to them. */
const CLAUSES: Record<Part, string | null> = {
  asked: 'qui vous fait mal',
  raiser: 'que vous avez signalé',
  newcomer: 'qui vous touche aussi',
  sponsor: 'qui vous touche aussi',
  owner: 'dont vous avez la charge',
  assignee: 'sur lequel vous travaillez',
  lead: null,
  visitor: null,
};

const ANY = { le: 'un', du: 'd’un' } as const;

/** How the reader knows the pain point: « le point de douleur que vous avez signalé ». */
function point(article: keyof typeof ANY, { part }: Notice): string {
  const clause = CLAUSES[part];
  return clause === null ? `${ANY[article]} point de douleur` : `${article} point de douleur ${clause}`;
}

export const le = (notice: Notice) => point('le', notice);
export const du = (notice: Notice) => point('du', notice);

/** The first of these at the beginning of a sentence. */
export const Le = (notice: Notice) => capital(le(notice));

/**
 * Keeps the signs that French sets apart from the word before them on its line. Only what stands in the source is
 * touched, never what is put in: that may be somebody's own words.
 */
export function fr(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const set = strings.map((text) => text.replace(/ (?=[:;?!»%])/gu, '\u00a0').replace(/« ?/gu, '«\u00a0'));
  return set.reduce((said, text, at) => said + (values[at - 1] ?? '') + text);
}
