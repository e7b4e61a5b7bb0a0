import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import {
  inputOf,
  type Obstacle,
  obstacleHere,
  onPermission,
  subscribeHere,
  subscriptionHere,
} from '../notifications/push-here.js';
import { PUSH_DEVICES, type PushDevice, SWITCH_PUSH_OFF, SWITCH_PUSH_ON } from '../notifications/push.graphql.js';

/** One's own devices, and push in this browser. */
export function useDevices() {
  const client = useApolloClient();
  const [endpoint, setEndpoint] = useState<string | null>();
  const [obstacle, setObstacle] = useState<Obstacle | null>(obstacleHere);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { data, previousData, error, refetch } = useQuery(PUSH_DEVICES, {
    variables: { endpoint },
    skip: endpoint === undefined,
    fetchPolicy: 'network-only',
  });

  useEffect(() => {
    const look = () => {
      setObstacle(obstacleHere());
      void subscriptionHere().then(
        (subscription) => setEndpoint(subscription?.endpoint ?? null),
        () => setEndpoint(null),
      );
    };
    look();
    return onPermission(look);
  }, []);

  const switchOn = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await Notification.requestPermission();
      setObstacle(obstacleHere());
      if (answer === 'default') setRefusal('The question of the browser was not answered, so push stays off here.');
      if (answer !== 'granted' || !data) return;
      const subscription = await subscribeHere(data.pushKey);
      await client.mutate({ mutation: SWITCH_PUSH_ON, variables: { input: inputOf(subscription) } });
      setEndpoint(subscription.endpoint);
      await refetch({ endpoint: subscription.endpoint });
    } catch (failure) {
      setRefusal(sayTrouble(failure));
    } finally {
      setBusy(false);
    }
  };

  const switchOff = async ({ id, here }: PushDevice) => {
    const variables = { endpoint };
    await client.mutate({
      mutation: SWITCH_PUSH_OFF,
      variables: { id },
      optimisticResponse: { switchPushOff: true },
      update: (cache) => {
        cache.updateQuery({ query: PUSH_DEVICES, variables }, (known) =>
          known ? { ...known, pushDevices: known.pushDevices.filter((device) => device.id !== id) } : known,
        );
      },
    });
    if (here) await (await subscriptionHere())?.unsubscribe();
  };

  // What is known stays while it is read anew.
  const known = data ?? previousData;
  const devices = known?.pushDevices ?? [];
  const here = devices.find((device) => device.here);
  return { devices, known: known !== undefined, here, obstacle, busy, refusal, error, refetch, switchOn, switchOff };
}

/** A browser's own words for what went wrong, and what they mean. */
function sayTrouble(failure: unknown): string {
  if (!(failure instanceof DOMException)) return sayError(failure);
  return `This browser got no address to be pushed to (${failure.message}). Try again later; a browser that is cut off from its push service, or whose maker has none, cannot be pushed to.`;
}
