import { badInput } from '@stanch/kernel';
import type { PainPointFilter } from '@stanch/remediation';

/** What a meeting can be narrowed to: as the board is, but for what has left it, which the slice always holds. */
export type SliceFilter = Omit<PainPointFilter, 'includeClosed'>;

/** A part of the board that one looks at, while all else is left out. */
export interface Slice {
  readonly filter: SliceFilter;
  /** Who asked for it: "mine" means theirs. */
  readonly byId: string;
}

/** It is told in words at the head of the screen: more of a kind nobody reads. */
const MOST_OF_A_KIND = 20;
const LONGEST_TEXT = 100;

/** The slice that a filter asks for; null where it narrows nothing. */
export function sliceOf(filter: PainPointFilter | null | undefined, byId: string): Slice | null {
  const given = Object.entries(filter ?? {}).filter(([name, value]) => narrows(name, value));
  if (given.length === 0) return null;
  const text = filter?.text?.trim();
  if ((text?.length ?? 0) > LONGEST_TEXT) {
    throw badInput('text', `A meeting is narrowed by ${LONGEST_TEXT} letters at most. Please use fewer.`);
  }
  for (const [field, value] of given) {
    if (!Array.isArray(value) || value.length <= MOST_OF_A_KIND) continue;
    throw badInput(field, `A meeting is narrowed to ${MOST_OF_A_KIND} of a kind at most. Please choose fewer.`);
  }
  return { filter: { ...Object.fromEntries(given), ...(text && { text }) }, byId };
}

/** The slice that all who follow a meeting are shown: what is mine is another thing for each of them. */
export function sliceForAll(filter: PainPointFilter | null | undefined, byId: string): Slice | null {
  if (filter?.mine) throw badInput('mine', 'All who follow see the same slice. Choose an owner instead of “mine”.');
  return sliceOf(filter, byId);
}

export function sameSlice(one: Slice | null, other: Slice | null): boolean {
  if (one === null || other === null) return one === other;
  return inOrder(one) === inOrder(other);
}

function narrows(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return name !== 'includeClosed' && !(name === 'mine' && value === false);
}

function inOrder({ filter }: Slice): string {
  return JSON.stringify(Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
