import { Injectable } from '@nestjs/common';

/** How many messages may wait for one slow reader before it is cut off; it then comes back and catches up. */
const MOST_WAITING = 1_000;

/** Carries what has been committed to those who watch, within this process. */
@Injectable()
export class Live {
  private readonly topics = new Map<string, Set<Reader<unknown>>>();

  /** Hands a message to all who watch the topic now. */
  publish(topic: string, message: unknown): void {
    for (const reader of this.topics.get(topic) ?? []) reader.push(message);
  }

  /** The messages of a topic from now on, until the reader stops; `push` says one to this reader alone. */
  watch<Message>(topic: string): Watch<Message> {
    const readers = this.topics.get(topic) ?? new Set();
    this.topics.set(topic, readers);
    const reader = new Reader<Message>(() => {
      readers.delete(reader as Reader<unknown>);
      if (readers.size === 0) this.topics.delete(topic);
    });
    readers.add(reader as Reader<unknown>);
    return reader;
  }
}

/** One who watches a topic. */
export interface Watch<Message> extends AsyncIterableIterator<Message> {
  push(message: Message): void;
}

class Reader<Message> implements Watch<Message> {
  private readonly waiting: Message[] = [];
  private readonly asked: ((result: IteratorResult<Message>) => void)[] = [];
  private ended = false;

  constructor(private readonly onEnd: () => void) {}

  push(message: Message): void {
    const ask = this.asked.shift();
    if (ask) ask({ done: false, value: message });
    else if (this.waiting.length < MOST_WAITING) this.waiting.push(message);
    else void this.return();
  }

  next(): Promise<IteratorResult<Message>> {
    if (this.waiting.length > 0) return Promise.resolve({ done: false, value: this.waiting.shift() as Message });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.asked.push(resolve));
  }

  return(): Promise<IteratorResult<Message>> {
    this.ended = true;
    this.onEnd();
    for (const ask of this.asked.splice(0)) ask({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<Message>> {
    void this.return();
    return Promise.reject(error as Error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
