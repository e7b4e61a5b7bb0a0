import type { Instant } from '@stanch/kernel';
import type { Notice } from './notice.js';
import type { Channel } from './preferences.js';

/** Something that one person hears of in their next digest rather than at once. */
export interface DigestItem {
  readonly eventId: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly painPointId: string | null;
  readonly notice: Notice;
  /** Shown only to whom may see what is internal to IT. */
  readonly internal: boolean;
  readonly at: Instant;
  /** The digest that told of it; null while it waits. */
  readonly digestId: string | null;
}
