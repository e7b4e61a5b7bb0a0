import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { Configuration } from '../configuration/configuration.js';
import { UnitOfWork } from './unit-of-work.js';

/** How often it is looked whether tables have grown, in milliseconds. */
const EVERY = 600_000;

/**
 * SQLite chooses indexes by statistics that nobody gathers by itself. Without them it holds any equality for rare, and
 * reads each mail that waits to find those of one pain point. Looking costs nothing while no table has grown tenfold.
 */
@Injectable()
export class QueryStatistics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(QueryStatistics.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly configuration: Configuration,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.configuration.delivers) return;
    await this.gather();
    this.timer = setInterval(() => void this.gather(), EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Looks at all tables, reads a part of those that have grown, and keeps what it found in the database. */
  async gather(): Promise<void> {
    try {
      await this.unitOfWork.run(async ({ em }) => {
        await sql`pragma optimize = 0x10002`.execute(em.getKysely());
      });
    } catch (error) {
      this.log.warn(error);
    }
  }
}
