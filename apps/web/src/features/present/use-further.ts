import { useEffect } from 'react';
import type { Meeting } from './meeting.graphql.js';

/** So near to the last one that was read, the next ones are. */
const NEAR_THE_LAST = 20;

/** How many cards of the walk were not read yet. */
export function unreadOf({ walk }: Meeting): number {
  return Math.max(0, walk.count - walk.items.filter(({ reasons }) => reasons.length > 0).length);
}

/**
 * Reads more of the walk as the room comes near to the end of what was read, or whoever presents has gone beyond it; and
 * says which card of it is looked at here.
 */
export function useFurther(
  meeting: Meeting,
  painPointId: string | undefined,
  further: () => void,
  beenTo: (painPointId: string) => void,
): void {
  useEffect(() => {
    if (painPointId !== undefined) beenTo(painPointId);
  }, [painPointId, beenTo]);
  const { items } = meeting.walk;
  const { step, painPointId: led } = meeting.position;
  const near = items.findIndex(({ card }) => card.painPointId === painPointId) >= items.length - NEAR_THE_LAST;
  const beyond = step === 'WALK' && led !== null && !items.some(({ card }) => card.painPointId === led);
  const wanted = unreadOf(meeting) > 0 && ((painPointId !== undefined && near) || beyond);
  const read = items.length;
  useEffect(() => {
    if (wanted) further();
  }, [wanted, read, further]);
}
