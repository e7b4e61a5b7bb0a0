import type { Logger } from '@nestjs/common';

/**
 * Runs a piece of work in rounds, one at a time: when it is woken, when it said that more would be due, and after a
 * longest pause should a wake-up be lost. Whoever wakes it during a round gets another one after it, so that nothing
 * that came meanwhile is forgotten. A round that fails is written to the log and does not end the rounds.
 */
export class Rounds {
  private running: Promise<void> | null = null;
  private again = false;
  private ended = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param round Does all that is due now, and gives how long it is until more is due, in milliseconds.
   * @param longest The longest pause between two rounds, in milliseconds.
   */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly longest: number,
    private readonly log: Pick<Logger, 'error'>,
  ) {}

  /** Whether no more work is to be begun; a long round asks between its pieces. */
  get closed(): boolean {
    return this.ended;
  }

  /** There may be something to do. Returns at once. */
  wake(): void {
    if (this.ended) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.run().finally(() => {
      this.running = null;
      if (!this.again) return;
      this.again = false;
      this.wake();
    });
  }

  /** Resolves when all that is due now was tried. */
  async drain(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  /** Begins no further round, and waits for the one under way. */
  async close(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    let pause = this.longest;
    try {
      pause = Math.min(pause, Math.max(0, await this.round()));
    } catch (error) {
      this.log.error(error);
    }
    if (this.ended) return;
    this.timer = setTimeout(() => this.wake(), pause);
    this.timer.unref();
  }
}
