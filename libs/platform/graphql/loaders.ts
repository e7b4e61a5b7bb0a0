import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';

/** Reads many things at once; ids that are missing in the answer do not exist. */
export type Batch<Value = unknown> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/** The things that can be loaded by id, each registered once by the part that owns it. */
@Injectable()
export class LoaderRegistry {
  private readonly batches = new Map<string, Batch>();
  private readonly behind = new Map<string, string>();

  /** Registers how things of a name are read. */
  register(name: string, batch: Batch): void {
    this.batches.set(name, batch);
  }

  /** Says which loader, by the id of its object, a field named `Type.field` takes its value from. */
  standsBehind(coordinate: string, name: string): void {
    this.behind.set(coordinate, name);
  }

  /** The loaders of one request. */
  open(): Loaders {
    return new Loaders(this.batches, this.behind);
  }
}

/** Goes on with a value: now when it is at hand, else when it has come. */
export function onceLoaded<Value, Result>(
  value: Value | Promise<Value>,
  use: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/**
 * The loaders of one request: all that is asked for in one turn becomes one query. What is already known is given
 * without a promise, which makes long lists cheap.
 */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly known = new Map<string, Map<string, unknown>>();

  constructor(
    private readonly batches: ReadonlyMap<string, Batch>,
    private readonly behind: ReadonlyMap<string, string>,
  ) {}

  /** The thing with an id, or null when there is none. */
  load<Value>(name: string, id: string): Value | null | Promise<Value | null> {
    const known = this.known.get(name)?.get(id);
    if (known !== undefined) return known as Value | null;
    return this.loaderOf(name).load(id) as Promise<Value | null>;
  }

  /** Reads many things now, so that each is at hand when the fields of a long list ask for it. */
  async loadAhead(name: string, ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => this.known.get(name)?.get(id) === undefined);
    if (missing.length > 0) await this.read(name, missing);
  }

  /** Reads what other parts keep behind these fields of the objects with these ids. */
  async loadBehind(type: string, fields: ReadonlySet<string>, ids: readonly string[]): Promise<void> {
    const names = new Set([...fields].map((field) => this.behind.get(`${type}.${field}`)));
    for (const name of names) if (name !== undefined) await this.loadAhead(name, ids);
  }

  private loaderOf(name: string): DataLoader<string, unknown> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader((ids) => this.read(name, ids));
      this.loaders.set(name, loader);
    }
    return loader;
  }

  private async read(name: string, ids: readonly string[]): Promise<unknown[]> {
    const batch = this.batches.get(name);
    if (!batch) throw new Error(`Nothing is registered to load ${name}.`);
    const found = await batch(ids);
    let known = this.known.get(name);
    if (!known) this.known.set(name, (known = new Map<string, unknown>()));
    const values = ids.map((id) => found.get(id) ?? null);
    for (const [index, id] of ids.entries()) known.set(id, values[index]);
    return values;
  }
}
