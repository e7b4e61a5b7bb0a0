import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import type { EverybodyQuery } from '../../graphql/generated/types.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { EVERYBODY } from './acts.graphql.js';

type Everybody = EverybodyQuery['people']['nodes'];

/** All who can be chosen, to the last of them: read page by page once they are wanted, each page counts as it comes. */
export function useEverybody(wanted: boolean): Everybody {
  const client = useApolloClient();
  const [people, setPeople] = useState<Everybody>([]);
  const [failed, setFailed] = useState(false);
  const read = useCallback(
    async (isWanted: () => boolean = () => true) => {
      try {
        const all: Everybody = [];
        let after: string | null = null;
        do {
          const page: EverybodyQuery['people'] | undefined = (
            await client.query({ query: EVERYBODY, variables: { after }, fetchPolicy: 'no-cache' })
          ).data?.people;
          if (!isWanted()) return;
          all.push(...(page?.nodes ?? []));
          after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
          setPeople([...all]);
        } while (after !== null);
        setFailed(false);
      } catch {
        setFailed(true);
      }
    },
    [client],
  );
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void read(() => here);
    return () => void (here = false);
  }, [wanted, read]);
  useTryAgain(failed, () => read());
  return people;
}
