import { type FieldMergeFunction, InMemoryCache, type Reference } from '@apollo/client';

interface Page {
  nodes: Reference[];
  totalCount?: number;
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
}

/** Puts a further page behind what is there; a first page replaces it. A card that moved meanwhile stands once. */
const append: FieldMergeFunction<Page> = (existing, incoming, { args }) => {
  if (!existing || !args?.['after']) return incoming;
  const known = new Set(existing.nodes.map(({ __ref }) => __ref));
  return {
    ...existing,
    ...incoming,
    nodes: [...existing.nodes, ...incoming.nodes.filter((one) => !known.has(one.__ref))],
  };
};

const pages = (...keyArgs: string[]) => ({ keyArgs, merge: append });
const replace = { merge: false as const };

/** The name under which the cards of a stage lie in the cache, whole or narrowed by a filter. */
export function stageCards(filter: object | null | undefined): string {
  const given = Object.entries(filter ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return given.length === 0 ? 'painPoints' : `painPoints:${JSON.stringify(given)}`;
}

/** How answers lie in the cache: everything with an id once, lists page by page. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: { SearchHit: ['PainPoint', 'RemediationTask', 'Win'] },
    typePolicies: {
      Query: {
        fields: {
          painPoints: pages('filter', 'sort'),
          people: pages('text', 'roles', 'includeInactive'),
          outbox: pages('states', 'text'),
          notifications: pages(),
          meetings: pages('boardId'),
          businessUnits: replace,
          services: replace,
          tags: replace,
          apiTokens: replace,
          mail: {
            read: (known: Reference | undefined, { args, toReference }) =>
              known ?? toReference({ __typename: 'Mail', id: String(args?.['id']) }),
          },
          painPoint: {
            read: (known: Reference | undefined, { args, toReference }) =>
              known ?? (args?.['id'] ? toReference({ __typename: 'PainPoint', id: String(args['id']) }) : undefined),
          },
        },
      },
      Workspace: { merge: true },
      Agenda: { keyFields: ['boardId'], fields: { steps: replace } },
      // What one page asks of a meeting stands beside what another asked.
      ...Object.fromEntries(
        ['SinceLast', 'CountedCards', 'CountedMoves', 'CountedLeft', 'MeetingTrust', 'MeetingCommitments'].map(
          (type) => [type, { merge: true }],
        ),
      ),
      Setup: { merge: true, keyFields: [] },
      Board: { fields: { stages: replace } },
      Stage: {
        fields: { painPoints: { keyArgs: (args) => stageCards(args?.['filter'] as object | null), merge: append } },
      },
      PainPoint: {
        fields: Object.fromEntries(
          ['tags', 'tasks', 'wins', 'quotes', 'comments', 'history', 'commitments', 'sponsors', 'sponsorships'].map(
            (list) => [list, replace],
          ),
        ),
      },
      RemediationTask: { fields: { painPoints: replace } },
      Win: { fields: { painPoints: replace, tasks: replace, thanks: replace } },
      ImportRun: {
        fields: Object.fromEntries(['rows', 'columns', 'problems', 'repeats'].map((list) => [list, replace])),
      },
    },
  });
}
