import { plainForm } from './words.js';
import type { PersonInFile } from './who-is-who.js';

/** A person whom the programme knows. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly businessUnitId: string | null;
}

/** Finds the persons of a file among those who are known: by the address, else by the name in the same unit. */
export class KnownPeople {
  private readonly byEmail = new Map<string, KnownPerson>();
  private readonly byName = new Map<string, KnownPerson[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const person of people) {
      if (person.email !== null) this.byEmail.set(person.email, person);
      const name = plainForm(person.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), person]);
    }
  }

  /**
   * The id of a person, null when they are not known. `unitId` is the unit that the row names; null when it names none
   * or a new one. Someone of the same name in another unit is somebody else.
   */
  find({ name, email, unit }: PersonInFile, unitId: string | null): string | null {
    const reached = email === null ? undefined : this.byEmail.get(email);
    if (reached) return reached.id;
    const namesakes = (this.byName.get(plainForm(name)) ?? []).filter(
      (known) => email === null || known.email === null,
    );
    const inUnit = namesakes.find(({ businessUnitId }) => businessUnitId !== null && businessUnitId === unitId);
    if (inUnit) return inUnit.id;
    const fitting = namesakes.filter(({ businessUnitId }) => unit === null || businessUnitId === null);
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
  }
}
