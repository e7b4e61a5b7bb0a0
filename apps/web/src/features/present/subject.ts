import type { Meeting } from './meeting.graphql.js';
import type { Asked, Subject } from './questions.js';

/** Where what is typed for an act is kept until it was sent. */
export function draftOf(asked: Asked, subject: Subject | undefined): string {
  return `present:${asked}:${subject?.painPointId ?? 'meeting'}`;
}

/** What can be done to a card, as long as it is on the board. */
export function subjectOf(card: Meeting['candidates'][number] | undefined): Subject | undefined {
  const now = card?.painPoint;
  if (!card || !now) return undefined;
  return {
    painPointId: card.painPointId,
    key: card.key,
    stageId: now.stage.id,
    ownerId: now.owner?.id ?? null,
    blocked: card.blocked,
    promised: now.commitment !== null && now.commitment.state !== 'KEPT',
    promisedFor: now.commitment?.state === 'OPEN' ? now.commitment.dueOn : null,
    version: now.version,
    tells: now.tells,
  };
}
