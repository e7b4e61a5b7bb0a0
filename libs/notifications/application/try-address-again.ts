import { badInput, notFound } from '@stanch/kernel';
import { type Person, People } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { StoredChoices } from '../persistence/stored-choices.js';

/** A lead has mended an address, or its mailbox takes mails again: they are sent there once more. */
@Injectable()
export class TryAddressAgain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly choices: StoredChoices,
  ) {}

  /** Refuses where no mail has come back. */
  async run(personId: string): Promise<Person> {
    const person = await this.people.byId(personId);
    if (person === null) throw notFound('person');
    return this.unitOfWork.run(async (transaction) => {
      const settings = await this.choices.settingsOf(transaction, personId);
      if (settings.bounce === null) throw badInput('personId', `No mail to ${person.name} has come back.`);
      await this.choices.saveSettings(transaction, personId, { ...settings, bounce: null });
      return person;
    });
  }
}
