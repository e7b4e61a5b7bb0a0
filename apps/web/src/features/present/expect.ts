import type { Card, Meeting } from './meeting.graphql.js';
import type { Patch } from './use-meeting.js';

/** The card as it will be, wherever it is shown large, before the server has answered. */
export function onCard(painPointId: string, will: Partial<Card>): Patch {
  const change = <One extends Card>(card: One): One => (card.painPointId === painPointId ? { ...card, ...will } : card);
  return (meeting: Meeting) => ({
    ...meeting,
    walk: { ...meeting.walk, items: meeting.walk.items.map((item) => ({ ...item, card: change(item.card) })) },
    candidates: meeting.candidates.map(change),
  });
}
