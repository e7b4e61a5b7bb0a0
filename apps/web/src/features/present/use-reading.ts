import { type OperationVariables, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { connection } from '../../graphql/connection.js';
import { TRY_AGAIN_MS, useTryAgain } from '../../graphql/try-again.js';

export interface Reading {
  /** Why the last try failed; undefined once one did not. */
  error: unknown;
  /** Reads now, and never throws. */
  refresh(): Promise<void>;
  /** Reads after this pause in milliseconds; what comes one after the other is read together. */
  soon(pauseMs: number): void;
}

/** What changes without a pause is read after so many pauses all the same. */
const PAUSES_AT_MOST = 4;

/**
 * Reads something that a screen shows for hours: at once, now and then, whenever the line stands again, and every few
 * seconds after it has failed. `read` is told whether its answer is still wanted when it comes: unless a later one is shown
 * already, or something else is read by now.
 */
export function useReading(read: (isWanted: () => boolean) => Promise<void>, everyMs: number): Reading {
  const [error, setError] = useState<unknown>();
  const asked = useRef(0);
  const shown = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const due = useRef(Infinity);

  const refresh = useCallback(async () => {
    clearTimeout(timer.current);
    due.current = Infinity;
    const mine = (asked.current += 1);
    const isWanted = () => {
      if (mine < shown.current) return false;
      shown.current = mine;
      return true;
    };
    try {
      await read(isWanted);
      if (isWanted()) setError(undefined);
    } catch (failure) {
      if (mine === asked.current) setError(failure);
    }
  }, [read]);
  const soon = useCallback(
    (pauseMs: number) => {
      const now = performance.now();
      due.current = Math.min(due.current, now + pauseMs * PAUSES_AT_MOST);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refresh(), Math.max(0, Math.min(pauseMs, due.current - now)));
    },
    [refresh],
  );

  useEffect(() => {
    void refresh();
    const again = setInterval(() => void refresh(), everyMs);
    return () => {
      clearInterval(again);
      clearTimeout(timer.current);
      // What was asked for until now is of something else.
      shown.current = asked.current + 1;
    };
  }, [refresh, everyMs]);
  useEffect(() => connection.onReturn(() => void refresh()), [refresh]);
  useTryAgain(error !== undefined, refresh);
  return { error, refresh, soon };
}

/**
 * Hears what the server tells; when it ends or is refused, as by a server that is about to go, it begins anew. What came
 * between the reading and the hearing is told first, where `since` names the revision that was read.
 */
export function useHearing<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  /** Null: there is nothing to hear yet. */
  variables: Variables | null,
  onData: (data: Data) => void,
  since?: number,
): void {
  const client = useApolloClient();
  const latest = useRef({ onData, since });
  useEffect(() => {
    latest.current = { onData, since };
  });
  const asked = variables && JSON.stringify(variables);
  useEffect(() => {
    if (asked === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let stop = (): void => undefined;
    const begin = () => {
      const again = () => void (timer = setTimeout(begin, TRY_AGAIN_MS));
      const read = latest.current.since;
      const given = { ...(JSON.parse(asked) as Variables), ...(read !== undefined && { since: read }) };
      const told = client.subscribe({ query, variables: given, fetchPolicy: 'no-cache' });
      const subscription = told.subscribe({
        next: ({ data }) => {
          if (data) latest.current.onData(data);
        },
        error: again,
        complete: again,
      });
      stop = () => subscription.unsubscribe();
    };
    begin();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, query, asked]);
}
