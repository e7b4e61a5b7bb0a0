import { Live } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { ImportRun } from '../domain/import-run.js';
import { importTopic } from './import-topic.js';

/** Why an import ended before its end. */
export class Stopped extends Error {
  constructor(readonly by: 'person' | 'shutdown') {
    super('The import was stopped.');
  }
}

/** An import that runs in this process. */
export interface Running {
  readonly run: ImportRun;
  /** Settles when it has ended, however it did. */
  readonly ended: Promise<ImportRun>;
  stop(by: Stopped['by']): void;
}

/** What an import says while it runs. */
export interface Progress {
  /** Says how many rows are done; throws `Stopped` when it shall go no further. */
  reached(done: number): void;
}

/** Watchers hear of progress this often at most, in milliseconds. */
const BETWEEN_NEWS = 100;

/** The imports that run in this process. They are known without the database, which they may hold. */
@Injectable()
export class RunningImports {
  private readonly all = new Map<string, Running>();

  constructor(private readonly live: Live) {}

  find(id: string): Running | undefined {
    return this.all.get(id);
  }

  /** Lets the work begin; `run` shows how far it is. */
  start(run: ImportRun, work: (progress: Progress) => Promise<ImportRun>): Running {
    let stopped: Stopped['by'] | null = null;
    let told = 0;
    const progress: Progress = {
      reached: (done) => {
        if (stopped) throw new Stopped(stopped);
        run.done = done;
        const now = performance.now();
        if (now - told < BETWEEN_NEWS) return;
        told = now;
        this.tell(run);
      },
    };
    const ended = work(progress).finally(() => this.all.delete(run.id));
    const running = { run, ended, stop: (by: Stopped['by']) => (stopped = by) };
    this.all.set(run.id, running);
    // Should even its end fail, whoever waits for it hears that; watchers have nothing to be told.
    ended.then((last) => this.tell(last)).catch(() => undefined);
    return running;
  }

  /** Stops all and waits until they have. */
  async stopAll(): Promise<void> {
    for (const running of this.all.values()) running.stop('shutdown');
    await Promise.all([...this.all.values()].map(({ ended }) => ended));
  }

  private tell(run: ImportRun): void {
    this.live.publish(importTopic(run.id), Object.assign(Object.create(Object.getPrototypeOf(run) as object), run));
  }
}
