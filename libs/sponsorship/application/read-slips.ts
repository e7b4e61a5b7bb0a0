import { Clock, type Instant } from '@stanch/kernel';
import { type Actor, atLeast, Role } from '@stanch/people';
import { Change, ChangeKind } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Commitment, slipUntil } from '../domain/commitment.js';
import { StoredClosings } from '../persistence/stored-closings.js';

/** A promise that can still be taken back as a slip. */
export interface Slip {
  readonly until: Instant;
  readonly notedById: string | null;
}

/** Only who noted a promise, or a lead, may take it back. */
export function mayTakeBack(actor: Actor, { notedById }: Pick<Slip, 'notedById'>): boolean {
  return notedById === actor.personId || atLeast(actor.role, Role.LEAD);
}

/** Where the history says that a promise was noted; null: it was promised for a card that lives on in this one. */
export async function notedIn(
  { em }: Pick<Transaction, 'em'>,
  { id, painPointId }: Commitment,
): Promise<Change | null> {
  const all = await em.find(Change, { painPointId, kind: ChangeKind.COMMITMENT, field: 'commitment' });
  return all.find(({ newValue }) => newValue === id) ?? null;
}

/** Which of some promises can still be taken back as slips, and by whom. */
@Injectable()
export class ReadSlips {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly closings: StoredClosings,
    private readonly clock: Clock,
  ) {}

  /** By their ids; the others are no slips any more. */
  async of(ids: readonly string[]): Promise<Map<string, Slip>> {
    const closed = new Set((await this.closings.of(ids)).counted.map(({ commitmentId }) => commitmentId));
    const now = this.clock.now();
    return this.unitOfWork.read(async (em) => {
      const slips = new Map<string, Slip>();
      for (const commitment of await em.find(Commitment, { id: { $in: [...ids] } })) {
        const noted = commitment.maySlip && !closed.has(commitment.id) ? await notedIn({ em }, commitment) : null;
        if (noted === null || now > slipUntil(noted.at)) continue;
        slips.set(commitment.id, { until: slipUntil(noted.at), notedById: noted.actorId });
      }
      return slips;
    });
  }
}
