import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { connection } from '../../graphql/connection.js';
import { sayError } from '../../graphql/say-error.js';
import { MARK_NOTIFICATIONS_READ, NOTIFICATIONS, type NotificationLine } from './notifications.graphql.js';
import { useBell } from './use-unread.js';

interface Known {
  lines: NotificationLine[];
  /** From where the earlier ones are read; null when these are all. */
  earlier: string | null;
}

/** What one was told, as far as it was read, always as it is now; and the marks on it. */
export function useNotifications() {
  const client = useApolloClient();
  const { unread, hear, expecting } = useBell();
  const [known, setKnown] = useState<Known>();
  const [error, setError] = useState<unknown>();
  const [refusal, setRefusal] = useState<string>();
  const [reading, setReading] = useState(false);
  const [marking, setMarking] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(0);

  const read = useCallback(
    async (after: string | null) => {
      const mine = (asked.current += 1);
      setReading(true);
      setRefusal(undefined);
      try {
        const { data } = await client.query({ query: NOTIFICATIONS, variables: { after }, fetchPolicy: 'no-cache' });
        if (mine !== asked.current || !data) return;
        const { nodes, pageInfo } = data.notifications;
        const earlier = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
        setKnown((before) => ({ lines: after && before ? put(before.lines, nodes) : nodes, earlier }));
        setError(undefined);
      } catch (failure) {
        if (mine !== asked.current) return;
        if (after) setRefusal(`The earlier ones could not be read. ${sayError(failure)}`);
        else setError(failure);
      } finally {
        if (mine === asked.current) setReading(false);
      }
    },
    [client],
  );
  const readAnew = useCallback(() => void read(null), [read]);

  useEffect(() => readAnew(), [readAnew]);
  useEffect(() => connection.onReturn(readAnew), [readAnew]);
  useEffect(
    () =>
      hear((line) => {
        setKnown((before) => {
          if (!before) return before;
          const last = before.lines.at(-1);
          // What is older than all that was read stands on a later page.
          const beyond = before.earlier !== null && last !== undefined && later(last, line) < 0;
          const gone = line.takenBack || beyond;
          return { ...before, lines: gone ? without(before.lines, line.id) : put(before.lines, [line]) };
        });
      }),
    [hear],
  );

  const mark = useCallback(
    async (ids: string[], all = false) => {
      if (ids.length === 0 && !all) return;
      setRefusal(undefined);
      setMarking((before) => new Set([...before, ...ids]));
      const variables = { ids: all ? null : ids };
      const told = client.mutate({ mutation: MARK_NOTIFICATIONS_READ, variables, fetchPolicy: 'no-cache' });
      expecting((now) => (all ? 0 : now - ids.length), told);
      try {
        await told;
        const readAt = new Date().toISOString();
        setKnown((before) => before && { ...before, lines: withMark(before.lines, new Set(ids), readAt) });
      } catch (failure) {
        setRefusal(`Still unread: ${sayError(failure)}`);
      } finally {
        setMarking((before) => new Set([...before].filter((id) => !ids.includes(id))));
      }
    },
    [client, expecting],
  );

  const lines = useMemo(() => known && withMark(known.lines, marking, 'now'), [known, marking]);
  const unreadIds = (lines ?? []).filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return {
    lines,
    unread: unread ?? unreadIds.length,
    error,
    refusal,
    reading,
    readAnew,
    readEarlier: known?.earlier ? () => void read(known.earlier) : undefined,
    markRead: (id: string) => void mark([id]),
    markAllRead: () => void mark(unreadIds, true),
  };
}

function later(one: NotificationLine, other: NotificationLine): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

function without(lines: NotificationLine[], id: string): NotificationLine[] {
  return lines.filter((line) => line.id !== id);
}

/** Each once, in its latest form, the newest first. */
function put(lines: readonly NotificationLine[], coming: readonly NotificationLine[]): NotificationLine[] {
  const all = new Map([...lines, ...coming].map((line) => [line.id, line]));
  return [...all.values()].sort(later);
}

function withMark(lines: NotificationLine[], ids: ReadonlySet<string>, readAt: string): NotificationLine[] {
  if (ids.size === 0) return lines;
  return lines.map((line) => (line.readAt === null && ids.has(line.id) ? { ...line, readAt } : line));
}
