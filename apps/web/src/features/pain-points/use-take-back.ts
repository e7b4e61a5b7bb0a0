import { WITHDRAW_COMMITMENT } from './pain-point-acts.graphql.js';
import { type Details, useOpenDetails } from './use-details.js';

type Commitments = Details['commitments'];

/** Takes a promise back that was noted by mistake; what it took the place of stands again. Says whether it was done. */
export function useTakeBack() {
  const { act } = useOpenDetails();
  return async (id: string): Promise<boolean> => {
    const { data } = await act({
      mutation: WITHDRAW_COMMITMENT,
      variables: { id },
      expect: (state) => ({ ...state, commitments: without(state.commitments, id) }),
      failure: 'The promise stands.',
    });
    return data !== undefined;
  };
}

function without(commitments: Commitments, id: string): Commitments {
  const at = commitments.findIndex((one) => one.id === id);
  return commitments
    .map((one, place) => (place === at - 1 && one.state === 'MOVED' ? { ...one, state: 'OPEN' as const } : one))
    .filter((one) => one.id !== id);
}
