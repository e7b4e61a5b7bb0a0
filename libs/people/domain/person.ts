import { type Instant, requiredText } from '@stanch/kernel';
import { emailAddress } from './email-address.js';
import type { Role } from './role.js';

const LONGEST_NAME = 120;

/** What a new person starts with. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly role: Role;
  readonly businessUnitId?: string | null;
  readonly createdAt: Instant;
}

/** Someone who works with Stanch or is known to it: of the business or of IT. How one signs in is kept apart. */
export class Person {
  readonly id: string;
  name!: string;
  /** The name in lower case; lists are ordered and searched by it, the same in every database. */
  nameKey!: string;
  /** Lower case and unique; null when only the name is known, as in many spreadsheets. */
  email: string | null;
  role: Role;
  businessUnitId: string | null;
  readonly createdAt: Instant;
  /** Since when the person may no longer come in; what they did stays theirs. */
  deactivatedAt: Instant | null = null;

  constructor(start: NewPerson) {
    this.id = start.id;
    this.rename(start.name);
    this.email = null;
    this.reachAt(start.email ?? null);
    this.role = start.role;
    this.businessUnitId = start.businessUnitId ?? null;
    this.createdAt = start.createdAt;
  }

  get active(): boolean {
    return this.deactivatedAt === null;
  }

  rename(name: string): void {
    this.name = requiredText('name', 'The name', name.replace(/\s+/gu, ' '), LONGEST_NAME);
    this.nameKey = this.name.toLowerCase();
  }

  /** Sets the e-mail address; null or an empty text takes it away. */
  reachAt(email: string | null): void {
    this.email = email === null || email.trim() === '' ? null : emailAddress('email', email);
  }

  deactivate(at: Instant): void {
    this.deactivatedAt ??= at;
  }

  reactivate(): void {
    this.deactivatedAt = null;
  }
}
