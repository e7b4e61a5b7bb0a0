import { forbidden } from '@stanch/kernel';
import type { Actor, Visitor } from '@stanch/people';

/** Who presents: the visitor, or whoever paired the remote that they hold, which drives its own meeting alone. */
export function presenterOf({ pass, personId, role }: Visitor, meetingId: string): Actor {
  if (pass === undefined) return { personId, role };
  if (pass.meetingId === meetingId) return { personId: pass.madeById, role };
  throw forbidden('This remote drives another meeting. Pair it anew with the code on the projector.');
}
