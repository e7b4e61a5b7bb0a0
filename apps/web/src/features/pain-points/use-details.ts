import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { atLeast, useMe } from '../../app/session.js';
import { connection } from '../../graphql/connection.js';
import type { PainPointDetailsQuery } from '../../graphql/generated/types.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { PAIN_POINT_CHANGED, PAIN_POINT_DETAILS, PAIN_POINT_VERSION } from './pain-point.graphql.js';

export type Details = PainPointDetailsQuery['painPoint'];

type Patch = (details: Details) => Details;

/** How an act ended: done, or refused with the error. */
type Outcome<Data> = { data: Data; error?: undefined } | { data?: undefined; error: unknown };

interface Act<Data, Variables extends OperationVariables> {
  mutation: TypedDocumentNode<Data, Variables>;
  /** As a function: made when it is sent, which may be after another act has been answered. */
  variables: Variables | (() => Variables);
  /** Acts with the same word are sent one after the other, in the order in which they were done. */
  inTurn?: string;
  /** Hears the answer before the next in turn is sent. */
  answered?: (data: Data) => void;
  /** What the panel shows until the server has answered; taken back when it refuses. */
  expect?: Patch;
  /** Said before the server's reason when it refuses: "The task was not added." No sentence: the caller says it. */
  failure?: string;
  /** Offered beside the failure. */
  again?: () => void;
}

interface OpenDetails {
  details: Details;
  act<Data, Variables extends OperationVariables>(act: Act<Data, Variables>): Promise<Outcome<Data>>;
  refresh(): Promise<void>;
  /** Asks what the win is, as after a move to fixed. */
  askForWin(): void;
  /** Leads to where one writes to its sponsors. */
  askForWord(): void;
  /** How often was asked for a word. */
  wordAsked: number;
}

/** How long it is said who changed it, in milliseconds. */
const NEWS_MS = 8000;

/** How many pain points are kept, so that one that is opened again is there at once while it is read anew. */
const KEPT = 20;
const kept = new Map<string, Details>();

function keep(place: string, details: Details): void {
  kept.delete(place);
  kept.set(place, details);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** What there is to see, without what counts on by itself. */
function seen(details: Details | undefined): string {
  const counting = ['version', 'weeks', 'bledSoFar'];
  return JSON.stringify(details, (name, value: unknown) => (counting.includes(name) ? undefined : value));
}

/**
 * One pain point with all that is linked to it. It is kept apart from the cards of the board, which follow the live line
 * alone: what is read here must never look to the board like news it has had already.
 */
export function useDetails(key: string) {
  const client = useApolloClient();
  const { id: myId, role } = useMe();
  const forIt = atLeast(role, 'IT');
  const place = `${myId}:${role}:${key}`;
  const [known, setKnown] = useState(() => kept.get(place));
  const [error, setError] = useState<unknown>();
  const [expected, setExpected] = useState<readonly Patch[]>([]);
  const asked = useRef(0);
  const acting = useRef(0);
  const changedBy = useRef<string>(undefined);
  const [news, setNews] = useState<string>();
  const turns = useRef(new Map<string, Promise<unknown>>());

  const refresh = useCallback(async () => {
    const mine = (asked.current += 1);
    try {
      const { data } = await client.query({
        query: PAIN_POINT_DETAILS,
        variables: { key, forIt },
        fetchPolicy: 'no-cache',
      });
      if (mine !== asked.current || !data) return;
      // A sponsor is not told of what is among IT.
      if (changedBy.current && seen(kept.get(place)) !== seen(data.painPoint)) {
        setNews(`${changedBy.current} changed this just now`);
      }
      changedBy.current = undefined;
      keep(place, data.painPoint);
      setKnown(data.painPoint);
      setError(undefined);
    } catch (failure) {
      if (mine === asked.current) setError(failure);
    }
  }, [client, key, forIt, place]);

  useEffect(() => void refresh(), [refresh]);
  useEffect(() => connection.onReturn(() => void refresh()), [refresh]);

  useEffect(() => {
    if (!news) return;
    const timer = setTimeout(() => setNews(undefined), NEWS_MS);
    return () => clearTimeout(timer);
  }, [news]);
  const hear = useCallback(
    (actor: { id: string; name: string } | null) => {
      // One's own act reads it anew by itself.
      if (actor?.id === myId && acting.current > 0) return;
      if (actor?.id !== myId) changedBy.current = actor?.name ?? 'Stanch';
      void refresh();
    },
    [myId, refresh],
  );
  useChanges(known, hear);
  // What the screen below heard before this panel listened.
  const { data: card } = useFragment({
    fragment: PAIN_POINT_VERSION,
    from: known ? { __typename: 'PainPoint', id: known.id } : null,
  });
  const behind = known !== undefined && (card?.version ?? 0) > known.version;
  useEffect(() => {
    if (behind && acting.current === 0) void refresh();
  }, [behind, refresh]);

  const act: OpenDetails['act'] = useCallback(
    async ({ mutation, variables, inTurn, answered, expect, failure, again }) => {
      acting.current += 1;
      if (expect) setExpected((before) => [...before, expect]);
      try {
        const { data } = await inLine(turns.current, inTurn, async () => {
          const answer = await client.mutate({
            mutation,
            variables: typeof variables === 'function' ? variables() : variables,
            fetchPolicy: 'no-cache',
          });
          answered?.(answer.data as never);
          return answer;
        });
        await refresh();
        return { data: data as never };
      } catch (refusal) {
        if (failure) {
          const action = again && { label: 'Try again', run: again };
          say(`${failure} ${sayError(refusal)}`, { kind: 'heed', ...(action && { action }) });
        }
        if (codeOf(refusal) === 'CONFLICT') await refresh();
        return { error: refusal };
      } finally {
        acting.current -= 1;
        if (expect) setExpected((before) => before.filter((one) => one !== expect));
      }
    },
    [client, refresh],
  );

  const details = useMemo(() => known && expected.reduce((state, expect) => expect(state), known), [known, expected]);
  return { details, error, act, refresh, news };
}

/** Does it once all that stand in the same line before it are done, however they ended. */
async function inLine<Result>(
  lines: Map<string, Promise<unknown>>,
  line: string | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (line === undefined) return work();
  const done = (lines.get(line) ?? Promise.resolve()).then(work, work);
  lines.set(line, done);
  return done;
}

/** Hears each change that is newer than what is known, with who made it. */
function useChanges(known: Details | undefined, hear: (actor: { id: string; name: string } | null) => void): void {
  const client = useApolloClient();
  const shown = useRef(0);
  const id = known?.id;
  const boardId = known?.board.id;
  const version = known?.version ?? 0;
  useEffect(() => {
    shown.current = version;
  }, [version]);
  useEffect(() => {
    if (!id || !boardId) return;
    const changes = client.subscribe({ query: PAIN_POINT_CHANGED, variables: { boardId }, fetchPolicy: 'no-cache' });
    const subscription = changes.subscribe({
      next: ({ data }) => {
        const change = data?.boardChanged;
        if (!change || (change.removedId ?? change.painPoint?.id) !== id) return;
        if ((change.painPoint?.version ?? Infinity) > shown.current) hear(change.actor);
      },
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
  }, [client, id, boardId, hear]);
}

export const DetailsContext = createContext<OpenDetails | null>(null);

/** The pain point of the panel that this part stands in. */
export function useOpenDetails(): OpenDetails {
  const open = useContext(DetailsContext);
  if (!open) throw new Error('useOpenDetails needs a panel around it.');
  return open;
}

/** What the viewer may do here: only look, speak as a sponsor, or work on it. */
export function useRights() {
  const { role } = useMe();
  const { details } = useOpenDetails();
  const works = atLeast(role, 'IT');
  return { speaks: atLeast(role, 'SPONSOR'), works, steers: works && !details.closed && !details.mergedInto };
}
