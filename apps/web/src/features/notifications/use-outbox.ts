import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { OUTBOX, type MailState } from './outbox.graphql.js';
import { MAIL_STATES } from './say-mail.js';

const PAGE = 50;
/** Mails go out by themselves: so often what is shown is looked at again, in milliseconds ... */
const LOOK_MS = 5000;
/** ... as long as it is no more than this. */
const MOST_LOOKED_AT = 200;

export interface OutboxFilter {
  state: MailState | undefined;
  text: string;
}

/** The mails that are wanted, page by page, kept up to date. */
export function useOutbox({ state, text }: OutboxFilter) {
  const client = useApolloClient();
  const variables = useDeferredValue({ states: state ? [state] : null, text: text.trim() || null, first: PAGE });
  const { data, previousData, error, fetchMore, refetch, loading } = useQuery(OUTBOX, { variables });
  const shown = data ?? previousData;
  const now = useRef({ variables, loaded: 0, loading });
  useEffect(() => {
    now.current = { variables, loaded: data?.outbox.nodes.length ?? 0, loading };
  });

  /** Reads all that is shown anew. */
  const lookAgain = useCallback(async () => {
    const first = Math.max(PAGE, now.current.loaded);
    const wanted = { ...now.current.variables, first };
    await client.query({ query: OUTBOX, variables: wanted, fetchPolicy: 'network-only' }).catch(() => undefined);
  }, [client]);

  useEffect(() => {
    const timer = setInterval(() => {
      const { loaded, loading: busy } = now.current;
      if (!document.hidden && !busy && loaded <= MOST_LOOKED_AT) void lookAgain();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [lookAgain]);

  const { pageInfo } = data?.outbox ?? {};
  return {
    outbox: shown?.outbox,
    mailConfigured: shown?.setup.mailConfigured ?? true,
    error,
    loading,
    lookAgain,
    readAnew: () => void refetch(),
    readMore: pageInfo?.hasNextPage
      ? () => void fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => undefined)
      : undefined,
  };
}

/** What is looked for and which mail is open. Both are kept in the address, so that a link shows the same. */
export function useOutboxAddress() {
  const [search, setSearch] = useSearchParams();
  // The address follows a moment later: a field that waited for it would swallow letters.
  const [filter, setFilter] = useState<OutboxFilter>(() => ({
    state: (Object.keys(MAIL_STATES) as MailState[]).find((one) => one === search.get('state')?.toUpperCase()),
    text: search.get('text') ?? '',
  }));
  const searchOf = ({ state, text }: OutboxFilter, mail: string | null) => {
    const given = { ...(state && { state: state.toLowerCase() }), ...(text && { text }), ...(mail && { mail }) };
    return new URLSearchParams(given).toString();
  };
  const openId = search.get('mail');
  return {
    filter,
    narrow(change: Partial<OutboxFilter>) {
      const next = { ...filter, ...change };
      setFilter(next);
      setSearch(searchOf(next, openId), { replace: true });
    },
    openId,
    /** The address of a mail, or of the list alone, with what is looked for. */
    to: (mail: string | null) => ({ search: searchOf(filter, mail) }),
  };
}
