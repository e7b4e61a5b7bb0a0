import type { DomainEvent } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import type { Transaction } from './unit-of-work.js';

type Reaction = (event: DomainEvent<string, never>, transaction: Transaction) => Promise<void>;

/** Who reacts to what: inside the transaction of the change, or after it through the outbox. */
@Injectable()
export class DomainEvents {
  private readonly reactions = new Map<string, Reaction[]>();
  private readonly handlers = new Map<string, string[]>();
  private wake: () => void = () => undefined;

  /** Reacts in the transaction in which the event is recorded; a throw takes the whole change back. */
  within<Data>(
    type: string,
    reaction: (event: DomainEvent<string, Data>, transaction: Transaction) => Promise<void>,
  ): void {
    const known = this.reactions.get(type) ?? [];
    this.reactions.set(type, [...known, reaction as Reaction]);
  }

  /** Calls the reactions to an event, one after the other. */
  async reactTo(event: DomainEvent, transaction: Transaction): Promise<void> {
    for (const reaction of this.reactions.get(event.type) ?? []) {
      await reaction(event as DomainEvent<string, never>, transaction);
    }
  }

  /** The outbox handlers that get events of this type. */
  handlersOf(type: string): readonly string[] {
    return this.handlers.get(type) ?? [];
  }

  /** Names an outbox handler for events of a type. */
  subscribe(type: string, handler: string): void {
    this.handlers.set(type, [...this.handlersOf(type), handler]);
  }

  /** Tells the relay that a commit has left it something to do. */
  wakeRelay(): void {
    this.wake();
  }

  /** The relay says how it is woken. */
  onWake(wake: () => void): void {
    this.wake = wake;
  }
}
