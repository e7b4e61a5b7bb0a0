import { DomainEvents } from '@stanch/platform';
import { PAIN_POINT_MUTED, type PainPointMuted } from '@stanch/sponsorship';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StoredMails } from '../persistence/stored-mails.js';
import { StoredPushes } from '../persistence/stored-pushes.js';

/** Takes back what waits, for the end of quiet hours say, for somebody who has just silenced its pain point. */
@Injectable()
export class WithdrawSilenced implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly mails: StoredMails,
    private readonly pushes: StoredPushes,
  ) {}

  onModuleInit(): void {
    this.events.within<PainPointMuted>(PAIN_POINT_MUTED, async ({ data: { personId, painPointId } }, within) => {
      await this.mails.withdraw(within, personId, { painPointId });
      await this.pushes.withdraw(within, personId, { painPointId });
    });
  }
}
