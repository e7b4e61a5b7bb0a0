/** Where passwords are kept: hashed, apart from the persons, and never read back. */
export abstract class Passwords {
  /** Checks a new password against the rules and hashes it. Slow on purpose: never call it inside a transaction. */
  abstract make(field: string, password: string, owner: { email: string | null; name: string }): Promise<string>;

  /** Keeps the hash as the one password of a person. */
  abstract keep(personId: string, hash: string): Promise<void>;
}
