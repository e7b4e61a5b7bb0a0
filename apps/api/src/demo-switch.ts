/**
 * Changes this process between the team's own programme and the demo company. Each has a database of its own; only one
 * is open at a time.
 */
export abstract class DemoSwitch {
  /** Closes what is open and opens the other; resolves when it answers. */
  abstract show(what: 'demo' | 'own'): Promise<void>;
}
