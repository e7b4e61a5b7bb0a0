import { Refusal } from '@stanch/kernel';

/** Hashes computed at once. Each takes 32 MB for some 60 ms on purpose; more would starve everything else. */
const AT_ONCE = 2;
/** Beyond this the wait would be longer than anybody's patience. */
const MOST_WAITING = 100;

/** Lets a few password hashes be computed at a time, so that a flood of sign-ins cannot take the whole machine. */
export class HashQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        'Too many people are signing in right now. Please try again in a minute.',
        {
          retryAfterSeconds: 60,
        },
      );
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
