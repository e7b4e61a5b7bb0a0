import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { atLeast, useMe } from '../../app/session.js';
import { connection } from '../../graphql/connection.js';
import type { PainPointDetailsQuery } from '../../graphql/generated/types.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { PAIN_POINT_DETAILS, PAIN_POINT_VERSION } from './pain-point.graphql.js';

export type Details = PainPointDetailsQuery['painPoint'];

type Patch = (details: Details) => Details;

/** How an act ended: done, or refused with the error. */
type Outcome<Data> = { data: Data; error?: undefined } | { data?: undefined; error: unknown };

interface Act<Data, Variables extends OperationVariables> {
  mutation: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** What the panel shows until the server has answered; taken back when it refuses. */
  expect?: Patch;
  /** Said before the server's reason when it refuses: "The task was not added." No sentence: the caller says it. */
  failure?: string;
}

interface OpenDetails {
  details: Details;
  act<Data, Variables extends OperationVariables>(act: Act<Data, Variables>): Promise<Outcome<Data>>;
  refresh(): Promise<void>;
}

/**
 * One pain point with all that is linked to it. It is kept apart from the cards of the board, which follow the live line
 * alone: what is read here must never look to the board like news it has had already.
 */
export function useDetails(key: string) {
  const client = useApolloClient();
  const forIt = atLeast(useMe().role, 'IT');
  const [known, setKnown] = useState<Details>();
  const [error, setError] = useState<unknown>();
  const [expected, setExpected] = useState<readonly Patch[]>([]);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const mine = (asked.current += 1);
    try {
      const { data } = await client.query({
        query: PAIN_POINT_DETAILS,
        variables: { key, forIt },
        fetchPolicy: 'no-cache',
      });
      if (mine !== asked.current || !data) return;
      setKnown(data.painPoint);
      setError(undefined);
    } catch (failure) {
      if (mine === asked.current) setError(failure);
    }
  }, [client, key, forIt]);

  useEffect(() => void refresh(), [refresh]);
  useEffect(() => connection.onReturn(() => void refresh()), [refresh]);

  // The live line of the screen below tells of changes by writing the version of the card.
  const { data: card } = useFragment({
    fragment: PAIN_POINT_VERSION,
    from: known ? { __typename: 'PainPoint', id: known.id } : null,
  });
  const seen = card?.version ?? 0;
  const shown = known?.version ?? 0;
  useEffect(() => {
    if (shown > 0 && seen > shown) void refresh();
  }, [seen, shown, refresh]);

  const act: OpenDetails['act'] = useCallback(
    async ({ mutation, variables, expect, failure }) => {
      if (expect) setExpected((before) => [...before, expect]);
      try {
        const { data } = await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' });
        await refresh();
        return { data: data as never };
      } catch (refusal) {
        if (failure) say(`${failure} ${sayError(refusal)}`, { kind: 'heed' });
        if (codeOf(refusal) === 'CONFLICT') await refresh();
        return { error: refusal };
      } finally {
        if (expect) setExpected((before) => before.filter((one) => one !== expect));
      }
    },
    [client, refresh],
  );

  const details = useMemo(() => known && expected.reduce((state, expect) => expect(state), known), [known, expected]);
  return { details, error, act, refresh };
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
  return { speaks: atLeast(role, 'SPONSOR'), works: atLeast(role, 'IT') };
}
