import type { StageCategory } from '@stanch/remediation';

/** A person of the demo company, by the short name that the story calls them. */
export type Who =
  'ruth' | 'nora' | 'samir' | 'julia' | 'tobias' | 'greta' | 'kwame' | 'lucia' | 'pavel' | 'amina' | 'hugo' | 'edith';

/** Something that happened to a pain point, so many days before today. */
export type Step = { readonly ago: number; readonly by: Who } & (
  | { readonly does: 'own' }
  | { readonly does: 'join' }
  | { readonly does: 'move'; readonly to: StageCategory }
  | { readonly does: 'promise'; readonly dueIn: number; readonly reason?: string }
  | {
      readonly does: 'task';
      readonly title: string;
      readonly for: Who;
      /** Due so many days after it was added. */
      readonly dueIn?: number;
      /** Begun and done so many days before today. */
      readonly begun?: number;
      readonly done?: number;
      readonly shared?: boolean;
    }
  | { readonly does: 'say'; readonly text: string }
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'block'; readonly reason: string }
  | { readonly does: 'work around'; readonly words: string; readonly hours: number }
  | {
      readonly does: 'win';
      readonly headline: string;
      readonly measure?: string;
      readonly unit?: string;
      readonly before?: number;
      readonly after?: number;
      readonly thanks?: readonly Who[];
    }
  | { readonly does: 'confirm'; readonly rating: number; readonly words: string }
  | { readonly does: 'still bleeding'; readonly words: string }
  | { readonly does: 'park' | 'decline'; readonly reason: string }
);

/** A pain point of the demo company with all that became of it. */
export interface Story {
  readonly title: string;
  /** In the sponsor's own words. */
  readonly words: string;
  readonly raisedBy: Who;
  /** Days before today. */
  readonly ago: number;
  /** It came out of an interview, which Nora led. */
  readonly interview?: boolean;
  readonly service: string;
  readonly people?: number;
  readonly hours?: number;
  readonly direct?: number;
  readonly effort?: number;
  readonly tags?: readonly string[];
  readonly steps?: readonly Step[];
}
