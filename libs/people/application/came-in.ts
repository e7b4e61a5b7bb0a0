import { Clock } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Invitations } from '../persistence/invitations.js';

/** Notes that an invited person has come in, by whatever way: nobody needs to wait for them any more. */
@Injectable()
export class CameIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  async run(personId: string): Promise<void> {
    const [invitation] = await this.invitations.of([personId]);
    if (invitation === undefined || invitation.acceptedAt !== null) return;
    await this.unitOfWork.run(async (transaction) => {
      (await this.invitations.within(transaction, personId))?.accept(this.clock.now());
    });
  }
}
