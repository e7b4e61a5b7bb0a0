import { Clock, Ids } from '@stanch/kernel';
import { People, Role } from '@stanch/people';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/notice.js';
import { TellInApp } from './tell-in-app.js';

/** Tells the leads in the app of what only they can mend, such as an address that does not work. */
@Injectable()
export class TellLeads {
  constructor(
    private readonly people: People,
    private readonly tellInApp: TellInApp,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async within(transaction: Transaction, told: Pick<Notice, 'kind' | 'person' | 'words' | 'reason'>): Promise<void> {
    const leads = (await this.people.withRole(Role.LEAD)).filter(({ active }) => active);
    const notice: Notice = { ...told, part: 'lead', at: this.clock.now(), by: null, card: null, internal: true };
    const leadIds = leads.map(({ id }) => id);
    await this.tellInApp.within(transaction, leadIds, this.ids.next(), notice);
  }
}
