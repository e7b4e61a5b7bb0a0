import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../app/session.js';
import type { MineQuery, MyPainPointFragment } from '../../graphql/generated/types.js';
import { say } from '../../ui/toasts.js';
import { MINE, MINE_CHANGED } from './mine.graphql.js';
import { sayNews } from './say.js';

export type Mine = Pick<MineQuery, 'board'> & {
  painPoints: MyPainPointFragment[];
  /** How many there are, should they be more than are read. */
  total: number;
};

type Patch = (mine: Mine) => Mine;

interface Act<Data, Variables extends OperationVariables> {
  mutation: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** What is shown until the server has answered; taken back when it refuses. */
  expect: Patch;
}

export type DoAct = <Data, Variables extends OperationVariables>(act: Act<Data, Variables>) => Promise<Data>;

/** Several changes at once are read once, after this many milliseconds. */
const QUIET_MS = 150;
/** How long a pain point is marked as changed just now, in milliseconds. */
const NEWS_MS = 8000;

/** What was read last, so that coming back to the page shows it at once. */
let kept: { of: string; mine: Mine } | undefined;

/**
 * The pain points of whoever is signed in, always as they are now. They are kept apart from the cards of the board: what
 * is read here must not look to the board like news that it has had already.
 */
export function useMine() {
  const client = useApolloClient();
  const { id: myId } = useMe();
  const [known, setKnown] = useState(() => (kept?.of === myId ? kept.mine : undefined));
  const [error, setError] = useState<unknown>();
  const [expected, setExpected] = useState<readonly Patch[]>([]);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(0);
  const shown = useRef(known);

  const refresh = useCallback(async () => {
    const mine = (asked.current += 1);
    try {
      const { data } = await client.query({ query: MINE, fetchPolicy: 'no-cache' });
      if (mine !== asked.current || !data) return;
      const { nodes, totalCount } = data.painPoints;
      const next = { board: data.board, painPoints: nodes, total: totalCount };
      const news = shown.current ? newsBetween(shown.current, next, myId) : [];
      for (const { key, latestNews } of news.slice(-2)) say(`${key}: ${sayNews(latestNews, myId)}.`);
      if (news.length > 0) setChanged(new Set(news.map(({ id }) => id)));
      shown.current = next;
      kept = { of: myId, mine: next };
      setKnown(next);
      setError(undefined);
    } catch (failure) {
      if (mine === asked.current) setError(failure);
    }
  }, [client, myId]);

  useEffect(() => void refresh(), [refresh]);
  useLive(known?.board.id, shown, refresh);

  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(new Set()), NEWS_MS);
    return () => clearTimeout(timer);
  }, [changed]);

  const act: DoAct = useCallback(
    async ({ mutation, variables, expect }) => {
      setExpected((before) => [...before, expect]);
      try {
        const { data } = await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' });
        await refresh();
        return data as never;
      } finally {
        setExpected((before) => before.filter((one) => one !== expect));
      }
    },
    [client, refresh],
  );

  const mine = useMemo(() => known && expected.reduce((state, expect) => expect(state), known), [known, expected]);
  return { mine, error, changed, act, refresh };
}

/** Reads anew when somebody changes what is shown, or something that the reader stands behind now. */
function useLive(boardId: string | undefined, shown: { current: Mine | undefined }, refresh: () => Promise<void>) {
  const client = useApolloClient();
  useEffect(() => {
    if (!boardId) return;
    let timer: ReturnType<typeof setTimeout>;
    const variables = { boardId, since: shown.current?.board.revision ?? 0 };
    const changes = client.subscribe({ query: MINE_CHANGED, variables, fetchPolicy: 'no-cache' });
    const subscription = changes.subscribe({
      next: ({ data }) => {
        const change = data?.boardChanged;
        if (!change) return;
        const id = change.removedId ?? change.painPoint?.id;
        const all = change.kind === 'stages' || change.kind === 'missed';
        const mine = all || change.painPoint?.viewerIsSponsor === true;
        if (!mine && !shown.current?.painPoints.some((one) => one.id === id)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void refresh(), QUIET_MS);
      },
      error: () => undefined,
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client, boardId, shown, refresh]);
}

/** What somebody else did meanwhile to what was shown. */
function newsBetween(before: Mine, now: Mine, myId: string) {
  const known = new Map(before.painPoints.map(({ id, latestNews }) => [id, latestNews?.change.id]));
  return now.painPoints.flatMap(({ id, key, latestNews }) =>
    latestNews && known.has(id) && known.get(id) !== latestNews.change.id && latestNews.change.actor?.id !== myId
      ? [{ id, key, latestNews }]
      : [],
  );
}
