import { useMutation } from '@apollo/client/react';
import type { ChooseNotificationsMutationVariables } from '../../graphql/generated/types.js';
import { sayFailure } from '../../ui/say-failure.js';
import { CHOOSE_NOTIFICATIONS, type Choices, NOTIFICATION_CHOICES } from './told.graphql.js';

type Input = ChooseNotificationsMutationVariables['input'];

/** Changes how one is told; shown at once, and put back with a word when it was refused. */
export type Choose = (input: Input, expected: Partial<Choices>) => Promise<boolean>;

/** The way to change these choices. */
export function useChoose(choices: Choices): Choose {
  const [mutate] = useMutation(CHOOSE_NOTIFICATIONS, {
    update: (cache, { data }) => {
      if (data) {
        cache.writeQuery({ query: NOTIFICATION_CHOICES, data: { notificationChoices: data.chooseNotifications } });
      }
    },
  });
  return async (input, expected) => {
    try {
      await mutate({
        variables: { input },
        optimisticResponse: { chooseNotifications: { ...choices, ...expected } },
      });
      return true;
    } catch (error) {
      sayFailure(error);
      return false;
    }
  };
}
