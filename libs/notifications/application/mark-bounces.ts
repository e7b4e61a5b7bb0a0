import { Clock } from '@stanch/kernel';
import { People } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Mail } from '../domain/mail.js';
import { StoredChoices } from '../persistence/stored-choices.js';
import { TellLeads } from './tell-leads.js';

/** Marks an address whose mails come back for good: no further mail goes there until somebody says to try it again. */
@Injectable()
export class MarkBounces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: StoredChoices,
    private readonly people: People,
    private readonly tellLeads: TellLeads,
    private readonly clock: Clock,
  ) {}

  /** Marks the address that a mail was sent to, and tells the leads; once. */
  async run({ personId, address }: Pick<Mail, 'personId' | 'address'>, reason: string): Promise<void> {
    await this.unitOfWork.run((transaction) => this.within(transaction, personId, address, reason));
  }

  private async within(transaction: Transaction, personId: string, address: string, reason: string): Promise<void> {
    const person = await this.people.byId(personId);
    // They may have another address by now.
    if (person?.email !== address) return;
    const settings = await this.choices.settingsOf(transaction, personId);
    if (settings.bounce?.address === address) return;
    const bounce = { address, at: this.clock.now(), reason };
    await this.choices.saveSettings(transaction, personId, { ...settings, bounce });
    await this.tellLeads.within(transaction, { kind: 'bounced', person: person.name, words: address, reason });
  }
}
