import { type Instant, requiredText } from '@stanch/kernel';

const LONGEST_NAME = 120;

/** The part of the company that a sponsor speaks for. */
export class BusinessUnit {
  readonly id: string;
  readonly name: string;
  /** The name as it is compared: two units cannot differ in capitals or spaces alone. */
  readonly nameKey: string;
  readonly createdAt: Instant;

  constructor(start: { id: string; name: string; createdAt: Instant }) {
    this.id = start.id;
    this.name = requiredText('name', 'The name of the business unit', start.name.replace(/\s+/gu, ' '), LONGEST_NAME);
    this.nameKey = businessUnitKey(this.name);
    this.createdAt = start.createdAt;
  }
}

/** The form in which names of business units are compared. */
export function businessUnitKey(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').normalize('NFC').toLowerCase();
}
