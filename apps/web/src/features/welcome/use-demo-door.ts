import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SESSION } from '../../app/session.graphql.js';
import { useSession } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { LEAVE_DEMO, OPEN_DEMO } from './welcome.graphql.js';

/** The server needs some seconds to change houses: it is asked this often, in milliseconds, for so many times. */
const ASK_EVERY = 500;
const ASK_TIMES = 80;

/** Changes between the own programme and the demo company, and waits until the server shows the other one. */
export function useDemoDoor() {
  const client = useApolloClient();
  const { renew } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function go(to: 'demo' | 'own') {
    setBusy(true);
    setProblem(null);
    try {
      await client.mutate({ mutation: to === 'demo' ? OPEN_DEMO : LEAVE_DEMO });
      await waitFor(async () => {
        const { data } = await client.query({ query: SESSION, fetchPolicy: 'network-only' });
        return data?.setup.demo === (to === 'demo');
      });
      await renew();
      await navigate(to === 'demo' ? '/sign-in' : '/');
    } catch (error) {
      setProblem(sayError(error));
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, open: () => go('demo'), leave: () => go('own') };
}

async function waitFor(shown: () => Promise<boolean>): Promise<void> {
  for (let times = 1; ; times += 1) {
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    try {
      if (await shown()) return;
    } catch (error) {
      // While it changes houses the server cannot be reached; only a long silence is a problem.
      if (times >= ASK_TIMES) throw error;
    }
    if (times >= ASK_TIMES) throw new Error('The server did not change.');
  }
}
