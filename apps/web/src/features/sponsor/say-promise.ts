import { day, daysUntil } from '../../format.js';
import type { MyPainPoint } from './mine.graphql.js';

interface Said {
  text: string;
  /** Late or due within days. */
  heed: boolean;
}

/** What is promised for when, in a sentence. */
export function sayPromise({ commitment, stage }: MyPainPoint, now = new Date()): Said {
  if (!commitment) {
    return {
      text: stage.category === 'BLEEDING' ? 'Nothing is promised yet.' : 'No date is promised yet.',
      heed: false,
    };
  }
  const { dueOn, firstDueOn, deliveredOn, state } = commitment;
  const first = firstDueOn === dueOn ? '' : ` At first it was ${day(firstDueOn)}.`;
  if (state === 'KEPT') return { text: `Promised for ${day(dueOn)}, and kept.`, heed: false };
  if (deliveredOn !== null) {
    return { text: `Promised for ${day(dueOn)}, and delivered on ${day(deliveredOn)}.${first}`, heed: false };
  }
  const days = daysUntil(dueOn, now);
  if (days < 0 || state === 'BROKEN')
    return { text: `Promised for ${day(dueOn)}: the promise was broken.${first}`, heed: true };
  const soon = days === 0 ? ', today' : days === 1 ? ', tomorrow' : days <= 14 ? `, in ${days} days` : '';
  return { text: `Promised for ${day(dueOn)}${soon}.${first}`, heed: days <= 1 };
}
