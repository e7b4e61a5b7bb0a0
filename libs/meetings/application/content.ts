import type { MeetingContent, Walk } from '../domain/minutes.js';
import { LISTED } from './read-walk.js';

/** How each part of what a meeting shows is read. */
type ContentReaders = { readonly [Part in keyof MeetingContent]: () => Promise<MeetingContent[Part]> };

/** What a meeting shows: each part is read when somebody asks for it, and once. */
export class Content {
  private readonly begun = new Map<keyof MeetingContent, Promise<unknown>>();

  constructor(
    private readonly readers: ContentReaders,
    /** Reads the walk with more cards than a meeting goes through as a rule, or with some that it has not been to. */
    private readonly walkUpTo: (first: number, also: readonly string[]) => Promise<Walk>,
  ) {}

  /** What was kept, part by part. */
  static kept(content: MeetingContent): Content {
    const names = Object.keys(content) as (keyof MeetingContent)[];
    return new Content(
      Object.fromEntries(names.map((name) => [name, () => Promise.resolve(content[name])])) as never as ContentReaders,
      () => Promise.resolve(content.walk),
    );
  }

  part<Part extends keyof MeetingContent>(name: Part): Promise<MeetingContent[Part]> {
    let part = this.begun.get(name) as Promise<MeetingContent[Part]> | undefined;
    if (!part) this.begun.set(name, (part = this.readers[name]()));
    return part;
  }

  /** The walk with so many of its cards: as a rule the part of the meeting has them all, and of a longer one more are read. */
  async walk(first: number, also: readonly string[] = []): Promise<Walk> {
    const walk = first > LISTED || also.length > 0 ? await this.walkUpTo(first, also) : await this.part('walk');
    const settled = walk.items.filter(({ reasons }) => reasons.length === 0).length;
    return { ...walk, items: walk.items.slice(0, settled + Math.max(0, first)) };
  }

  /** All of it, one part after the other. */
  async whole(): Promise<MeetingContent> {
    const parts: [string, unknown][] = [];
    for (const name of Object.keys(this.readers) as (keyof MeetingContent)[]) parts.push([name, await this.part(name)]);
    return Object.fromEntries(parts) as never as MeetingContent;
  }
}
