import type { MeetingContent, SinceLastLive, Walk } from '../domain/minutes.js';
import { LISTED } from './read-walk.js';

/** What a meeting shows, part by part. */
export type Parts = Omit<MeetingContent, 'sinceLast'> & { readonly sinceLast: SinceLastLive };

/** How each part of what a meeting shows is read. */
type ContentReaders = { readonly [Part in keyof Parts]: () => Promise<Parts[Part]> };

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
    const { reestimated } = content.sinceLast;
    const sinceLast = { ...content.sinceLast, reestimated: () => Promise.resolve(reestimated) };
    const parts = Object.entries({ ...content, sinceLast });
    return new Content(
      Object.fromEntries(parts.map(([name, part]) => [name, () => Promise.resolve(part)])) as never as ContentReaders,
      () => Promise.resolve(content.walk),
    );
  }

  part<Part extends keyof Parts>(name: Part): Promise<Parts[Part]> {
    let part = this.begun.get(name) as Promise<Parts[Part]> | undefined;
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
    const sinceLast = await this.part('sinceLast');
    const reestimated = await sinceLast.reestimated();
    return { ...Object.fromEntries(parts), sinceLast: { ...sinceLast, reestimated } } as never as MeetingContent;
  }
}
