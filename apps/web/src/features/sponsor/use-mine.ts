import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { connection } from '../../graphql/connection.js';
import { HEARD, MINE, WATCH_MINE } from './mine.graphql.js';

/** Several changes that come together are read once, when it has been quiet for this long. */
const QUIET_MS = 250;

/** My pain points, read anew whenever something happens to one of them. */
export function useMine() {
  const client = useApolloClient();
  const { data, error, refetch, fetchMore } = useQuery(MINE, { fetchPolicy: 'cache-and-network' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.refetchQueries({ include: [MINE] }), QUIET_MS);
  }, [client]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => connection.onReturn(readSoon), [readSoon]);

  const boardId = data?.board.id;
  useSubscription(WATCH_MINE, {
    variables: { boardId: boardId ?? '' },
    skip: boardId === undefined,
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      const { painPoint, removedId } = change?.boardChanged ?? {};
      const known = (id: string) => data?.painPoints.nodes.some((one) => one.id === id) === true;
      const concerns = painPoint ? painPoint.viewerIsSponsor || known(painPoint.id) : !!removedId && known(removedId);
      if (concerns) readSoon();
    },
  });
  useSubscription(HEARD, { ignoreResults: true, onData: readSoon });

  const { endCursor, hasNextPage } = data?.painPoints.pageInfo ?? {};
  const more = hasNextPage ? () => void fetchMore({ variables: { after: endCursor } }) : undefined;
  return { data, error, refetch, more };
}
