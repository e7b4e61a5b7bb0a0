import type { Instant } from '@stanch/kernel';
import type { Patience } from '../domain/silence.js';

/** What the calculated fields of a pain point are made of, besides itself. */
export interface Frame {
  readonly hourlyCost: number;
  readonly currency: string;
  readonly now: Instant;
  readonly patience: Patience;
}
