import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { connection } from '../../graphql/connection.js';
import { IMPORT_PROGRESSED, IMPORT_RUN, type ImportRun } from './import.graphql.js';

/** Follows an import that is read or running; what happened while the line was cut is asked for when it stands again. */
export function useProgress(run: ImportRun | undefined): void {
  const client = useApolloClient();
  const open = run?.state === 'READ' || run?.state === 'RUNNING';
  useSubscription(IMPORT_PROGRESSED, {
    variables: { id: run?.id ?? '' },
    skip: !open,
    ignoreResults: true,
    // What ended has other lists: what is there is read anew.
    onData: ({ data: { data } }) => {
      const state = data?.importProgressed.state;
      if (state && state !== 'RUNNING' && state !== 'READ') void client.refetchQueries({ include: [IMPORT_RUN] });
    },
  });
  useEffect(() => connection.onReturn(() => void client.refetchQueries({ include: [IMPORT_RUN] })), [client]);
}
