import { DomainEvents } from '@stanch/platform';
import { PAIN_POINT_MUTED, type PainPointMuted } from '@stanch/sponsorship';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StoredMails } from '../persistence/stored-mails.js';

/** Takes back what waits, for the end of quiet hours say, for somebody who has just silenced its pain point. */
@Injectable()
export class WithdrawMails implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly mails: StoredMails,
  ) {}

  onModuleInit(): void {
    this.events.within<PainPointMuted>(PAIN_POINT_MUTED, ({ data: { personId, painPointId } }, within) =>
      this.mails.withdraw(within, personId, { painPointId }),
    );
  }
}
