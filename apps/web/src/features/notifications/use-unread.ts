import { useApolloClient } from '@apollo/client/react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { connection } from '../../graphql/connection.js';
import { NOTIFICATION_RECEIVED, type NotificationLine, UNREAD_COUNT } from './notifications.graphql.js';

/** Many that come at once are counted once, after this many milliseconds. */
const QUIET_MS = 120;

type Hear = (line: NotificationLine) => void;

/** What the list needs of the bell that it hangs on. */
export interface BellLine {
  /** How many are unread; undefined until it is known. */
  unread: number | undefined;
  /** Hears of each notification that comes or changes; gives back how to stop. */
  hear(hear: Hear): () => void;
  /** Shows a count at once while the server is still told; when that has settled, it is counted again. */
  expecting(change: (unread: number) => number, told: Promise<unknown>): void;
  close(): void;
}

/** Counts what is unread, and keeps the count true while others act and while the line is cut and mended. */
export function useUnread(): Omit<BellLine, 'close'> & { news: string } {
  const client = useApolloClient();
  const [unread, setUnread] = useState<number>();
  const [news, setNews] = useState('');
  const hearers = useRef(new Set<Hear>());
  const unsettled = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const count = useCallback(async () => {
    const { data } = await client.query({ query: UNREAD_COUNT, fetchPolicy: 'no-cache' });
    // What is under way is counted again when it has settled.
    if (data && unsettled.current === 0) setUnread(data.notifications.unreadCount);
  }, [client]);
  const countSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void count().catch(() => undefined), QUIET_MS);
  }, [count]);

  useEffect(() => {
    void count().catch(() => undefined);
    const coming = client.subscribe({ query: NOTIFICATION_RECEIVED, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ data }) => {
        const line = data?.notificationReceived;
        if (!line) return;
        for (const hear of hearers.current) hear(line);
        if (line.readAt === null) setNews(`New notification: ${line.text}`);
        countSoon();
      },
      error: () => undefined,
    });
    // What came after the first count and before the server knew that somebody listens.
    const look = connection.socket.subscribe(
      { query: '{ setup { needed } }' },
      { next: countSoon, error: () => undefined, complete: () => undefined },
    );
    const stop = connection.onReturn(countSoon);
    return () => {
      clearTimeout(timer.current);
      stop();
      look();
      coming.unsubscribe();
    };
  }, [client, count, countSoon]);

  const hear = useCallback((one: Hear) => {
    hearers.current.add(one);
    return () => void hearers.current.delete(one);
  }, []);
  const expecting = useCallback(
    (change: (unread: number) => number, told: Promise<unknown>) => {
      unsettled.current += 1;
      setUnread((now) => (now === undefined ? now : Math.max(0, change(now))));
      const settled = () => {
        unsettled.current -= 1;
        countSoon();
      };
      told.then(settled, settled);
    },
    [countSoon],
  );
  return useMemo(() => ({ unread, news, hear, expecting }), [unread, news, hear, expecting]);
}

export const BellContext = createContext<BellLine | null>(null);

/** The bell that the list hangs on. */
export function useBell(): BellLine {
  const bell = useContext(BellContext);
  if (!bell) throw new Error('The list of notifications hangs on a bell.');
  return bell;
}
