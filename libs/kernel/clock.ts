import { instantOf, type Instant } from './instant.js';

/** Where every part of Stanch asks for the time, so that a test can hold or move it. */
export abstract class Clock {
  abstract now(): Instant;
}

/** The clock on the wall. */
export class SystemClock extends Clock {
  now(): Instant {
    return instantOf(Date.now());
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Instant) {
    super();
  }

  now(): Instant {
    return this.instant;
  }

  /** Sets the clock to another instant. */
  set(instant: Instant): void {
    this.instant = instant;
  }

  /** Moves the clock forward by milliseconds. */
  advance(milliseconds: number): void {
    this.instant = instantOf(Date.parse(this.instant) + milliseconds);
  }
}
