import { plainForm } from './words.js';

/** A person as a row names them. */
export interface PersonInFile {
  readonly name: string;
  readonly email: string | null;
  readonly unit: string | null;
}

const LONGEST_NAME = 120;

/** Makes a person of what the cells say; null when they name nobody. */
export function personInFile(name: string, email: string | null, unit: string | null): PersonInFile | null {
  const given = name.trim().replace(/\s+/gu, ' ');
  if (given === '' && email === null) return null;
  return { name: displayName(given, email, unit).slice(0, LONGEST_NAME), email, unit };
}

function displayName(given: string, email: string | null, unit: string | null): string {
  // "(IT stakeholder)" describes somebody who is not named.
  const described = /^\((.+)\)$/u.exec(given)?.[1];
  if (described) return unit === null ? described : `${described} (${unit})`;
  const lastFirst = /^([^,]+),\s*([^,]+)$/u.exec(given);
  if (lastFirst) return `${lastFirst[2]} ${lastFirst[1]}`;
  if (given !== '') return given;
  const local = (email ?? '').split('@')[0] ?? '';
  const words = local.split(/[._-]+/u).filter((word) => /^\p{L}{2,}$/u.test(word));
  if (words.length > 1) return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return unit ?? (email as string);
}

/**
 * Who is who in a file: somebody with an address is known by it; somebody with a name alone is the one of that name in
 * the same unit, also when their address stands in another row.
 */
export class WhoIsWho {
  private readonly people = new Map<string, PersonInFile>();
  private readonly addressOf = new Map<string, string>();

  note(person: PersonInFile): void {
    const key = person.email ?? nameKey(person);
    if (!this.people.has(key)) this.people.set(key, person);
    if (person.email !== null && !this.addressOf.has(nameKey(person)))
      this.addressOf.set(nameKey(person), person.email);
  }

  /** The same object for the same person, with the address when any row has it. Ask when all rows were noted. */
  whois(person: PersonInFile): PersonInFile {
    return this.people.get(this.keyOf(person)) ?? person;
  }

  /** Everybody once. */
  everybody(): PersonInFile[] {
    return [...this.people].filter(([key, person]) => this.keyOf(person) === key).map(([, person]) => person);
  }

  private keyOf(person: PersonInFile): string {
    return person.email ?? this.addressOf.get(nameKey(person)) ?? nameKey(person);
  }
}

function nameKey({ name, unit }: PersonInFile): string {
  return `${plainForm(name)}|${plainForm(unit ?? '')}`;
}
