import { v7 } from 'uuid';

/** Where new ids come from, so that a test can foresee them. */
export abstract class Ids {
  abstract next(): string;
}

/** UUIDs of version 7 (RFC 9562): unique without coordination, and later ones sort after earlier ones. */
export class RandomIds extends Ids {
  next(): string {
    return v7();
  }
}
