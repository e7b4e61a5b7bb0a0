/**
 * Minutes as a document that has no form yet. The page, the PDF and the Markdown are made of it, so that they say the
 * same in the same order.
 */
export interface MinutesDocument {
  /** "Status meeting of 18 November 2026". */
  readonly title: string;
  /** Whose board, from when until when, and who led it. */
  readonly subtitle: string;
  /** Where the page of these minutes is. */
  readonly url: string;
  readonly sections: readonly MinutesSection[];
  /** What stands under it all: that it is kept as it was. */
  readonly foot: string;
}

/** A heading with what stands below it. */
export interface MinutesSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A piece of the minutes, by what it is. */
export type Block =
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly numbered?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, text: string])[] }
  | { readonly kind: 'text'; readonly text: string };

/** A figure with what it counts. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What it was before, or what it is made of. */
  readonly more?: string;
  /** The cards that are named in it, by their keys alone or with their titles. */
  readonly cards?: readonly NamedCard[];
}

/** A card that is named in the minutes, as it was called then. */
export interface NamedCard {
  readonly painPointId: string;
  readonly key: string;
  readonly title: string;
}

/** One line of a list: what it is about, then what there is to say. */
export interface Item {
  /** Said first and strong: a key, a decision, a headline. */
  readonly lead: string;
  readonly text?: string;
  /** Said small: who, by when, why. */
  readonly more?: string;
  /** The cards that are named in it, by their keys alone or with their titles. */
  readonly cards?: readonly NamedCard[];
  /** The remediation task that it gave out. */
  readonly taskId?: string;
}
