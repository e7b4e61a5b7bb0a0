import type { Instant } from './instant.js';

/**
 * Something that happened and that other parts may react to. Holds ids and plain values, never an entity, so that it
 * can be stored with the change and handled later or again.
 */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  readonly at: Instant;
  /** The person who did it; null when Stanch itself did. */
  readonly actorId: string | null;
  readonly data: Data;
}
