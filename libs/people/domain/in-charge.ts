import { conflict } from '@stanch/kernel';
import type { Person } from './person.js';
import { atLeast, Role } from './role.js';

/**
 * Remembers who is in charge before a change; the function that comes back refuses the change when afterwards nobody
 * would be, or no admin where there was one. Somebody must always be left who can let others in.
 */
export function watchOver(inCharge: readonly Person[]): () => void {
  const hadSomeone = inCharge.length > 0;
  const hadAdmin = inCharge.some((person) => person.role === Role.ADMIN);
  return () => {
    const left = inCharge.filter((person) => person.active && atLeast(person.role, Role.LEAD));
    if (hadAdmin && !left.some((person) => person.role === Role.ADMIN)) {
      throw conflict(
        'This is the last admin who can sign in. Make someone else an admin first, with a password.',
        null,
      );
    }
    if (hadSomeone && left.length === 0) {
      throw conflict('This is the last lead who can sign in. Make someone else a lead first, with a password.', null);
    }
  };
}
