import type { Instant } from '@stanch/kernel';

/** What the calculated fields of a pain point are made of, besides itself. */
export interface Frame {
  readonly hourlyCost: number;
  readonly currency: string;
  readonly now: Instant;
}
