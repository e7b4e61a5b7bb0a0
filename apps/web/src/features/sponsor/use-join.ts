import { sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { JOIN_TOO } from './mine.graphql.js';
import type { MyPainPoint } from './sort-mine.js';
import type { DoAct, Mine } from './use-mine.js';

/** "Me too": stands in my list at once; then is asked what it costs my unit. Says whether it went well. */
export function useJoin(act: DoAct, myId: string, onJoined: (id: string) => void) {
  return async (painPoint: MyPainPoint): Promise<boolean> => {
    const { id, key } = painPoint;
    try {
      await act({ mutation: JOIN_TOO, variables: { id }, expect: (mine) => withJoined(mine, painPoint, myId) });
      say(`You stand behind ${key} too now, and are told when it moves.`);
      onJoined(id);
      return true;
    } catch (error) {
      say(`You did not join ${key}. ${sayError(error)}`, { kind: 'heed' });
      return false;
    }
  };
}

function withJoined(mine: Mine, painPoint: MyPainPoint, myId: string): Mine {
  const joined: MyPainPoint = {
    ...painPoint,
    viewerIsSponsor: true,
    sponsors: [...painPoint.sponsors, { __typename: 'Person', id: myId }],
  };
  return { ...mine, painPoints: [joined, ...mine.painPoints.filter(({ id }) => id !== painPoint.id)] };
}
