import { Clock, type Day, dayIn } from '@stanch/kernel';
import { holidaysOf, type Settings, WorkspaceSettings } from '@stanch/people';
import { Injectable } from '@nestjs/common';
import { nearFrom } from '../domain/commitment.js';

/** What the fields of a promise that change with the day are made of. */
export interface PromiseDays {
  readonly today: Day;
  /** The first day on which a promised date is near. */
  nearFrom(dueOn: Day): Day;
}

/** The days of the workspace as promises see them. Remembers what it worked out: long lists ask for the same few days. */
@Injectable()
export class ReadPromiseDays {
  private readonly known = new WeakMap<Settings, Map<Day, Day>>();

  constructor(
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** As of now. */
  async now(): Promise<PromiseDays> {
    const settings = await this.settings.current();
    const known = this.known.get(settings) ?? new Map<Day, Day>();
    this.known.set(settings, known);
    return {
      today: dayIn(this.clock.now(), settings.timeZone),
      nearFrom: (dueOn) => {
        let from = known.get(dueOn);
        if (from === undefined) known.set(dueOn, (from = nearFrom(dueOn, holidaysOf(settings))));
        return from;
      },
    };
  }
}
