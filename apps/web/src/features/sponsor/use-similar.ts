import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { SIMILAR } from './mine.graphql.js';
import type { MyPainPoint } from './sort-mine.js';

/** The pause after the last letter before it is asked, in milliseconds. */
const PAUSE_MS = 220;
/** Fewer letters say nothing yet. */
const LEAST = 5;

/** What others said already and may mean the same. It is a help: when it cannot be had, one raises without it. */
export function useSimilar(title: string): readonly MyPainPoint[] {
  const client = useApolloClient();
  const [found, setFound] = useState<{ title: string; similar: readonly MyPainPoint[] }>({ title: '', similar: [] });
  const wanted = title.trim();
  useEffect(() => {
    if (wanted.length < LEAST) return;
    let still = true;
    const timer = setTimeout(() => {
      client.query({ query: SIMILAR, variables: { title: wanted }, fetchPolicy: 'no-cache' }).then(
        ({ data }) => still && setFound({ title: wanted, similar: data?.similarPainPoints ?? [] }),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      still = false;
      clearTimeout(timer);
    };
  }, [client, wanted]);
  return wanted.length < LEAST ? [] : found.similar;
}
