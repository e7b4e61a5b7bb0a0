import type { Day } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import { type ClosedWeeks, type GivenPromise, promisesOf } from '../domain/kept-rate.js';
import { Sponsors } from '../persistence/sponsors.js';
import { StoredClosings } from '../persistence/stored-closings.js';

/** Reads the promises that count from a day on or are not settled yet, with what meetings have closed of them. */
@Injectable()
export class ReadGivenPromises {
  constructor(
    private readonly sponsors: Sponsors,
    private readonly closings: StoredClosings,
  ) {}

  /** As of `today`, however long ago a meeting counted what is still not done. */
  async since(from: Day, today: Day): Promise<{ closed: ClosedWeeks; promises: GivenPromise[] }> {
    const commitments = await this.sponsors.commitmentsSince(from, await this.closings.countedSince(from));
    const closed = await this.closings.of(commitments.map(({ id }) => id));
    return { closed, promises: promisesOf(commitments, today, closed) };
  }
}
