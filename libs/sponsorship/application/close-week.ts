import { Clock, dayIn } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { closing, trailingFrom } from '../domain/kept-rate.js';
import { StoredClosings } from '../persistence/stored-closings.js';
import { ReadGivenPromises } from './read-given-promises.js';

/** A meeting closes the week: what had fallen due by then is counted for ever, whatever becomes of it. */
@Injectable()
export class CloseWeek {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly promises: ReadGivenPromises,
    private readonly closings: StoredClosings,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const { timeZone } = await this.settings.current();
    await this.unitOfWork.run(async (transaction) => {
      const now = this.clock.now();
      const today = dayIn(now, timeZone);
      const { closed, promises } = await this.promises.since(trailingFrom(today), today);
      await this.closings.keep(transaction, today, now, closing(promises, closed, today));
    });
  }
}
