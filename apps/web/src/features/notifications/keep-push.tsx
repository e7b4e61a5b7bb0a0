import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { inputOf, isBoundTo, subscribeHere, subscriptionHere } from './push-here.js';
import { PUSH_DEVICES, SWITCH_PUSH_ON } from './push.graphql.js';

/**
 * Keeps push in this browser in step with who is signed in, once a visit. It shows nothing and asks nothing: who switched
 * push on here hears again after signing in anew; what another person left switched on ends.
 */
export default function KeepPush() {
  const client = useApolloClient();
  useEffect(() => {
    const keep = async () => {
      const subscription = await subscriptionHere();
      if (subscription === null) return;
      const { endpoint } = subscription;
      const { data } = await client.query({ query: PUSH_DEVICES, variables: { endpoint }, fetchPolicy: 'no-cache' });
      if (!data) return;
      const here = data.pushDevices.find((device) => device.here);
      if (here === undefined) {
        await subscription.unsubscribe();
      } else if (!here.signedIn || !isBoundTo(subscription, data.pushKey)) {
        const fresh = await subscribeHere(data.pushKey);
        await client.mutate({ mutation: SWITCH_PUSH_ON, variables: { input: inputOf(fresh, endpoint) } });
      }
    };
    // What could not be done now is done at the next visit; the settings say how it stands.
    keep().catch(() => undefined);
  }, [client]);
  return null;
}
