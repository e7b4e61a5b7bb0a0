import { badInput, type Refusal } from '@stanch/kernel';
import { Field, ObjectType } from '@nestjs/graphql';

/** The most rows that one page may hold. */
export const LARGEST_PAGE = 5_000;

/** Where a page of a list ends. */
@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfoType {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give this as `after` for the next page.' })
  endCursor!: string | null;
}

/** A page of a list as every connection of the API returns it. */
export interface Page<Node> {
  readonly nodes: Node[];
  readonly totalCount: number;
  readonly pageInfo: PageInfoType;
}

/** Checks the size of a page. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 0 || first > LARGEST_PAGE) {
    throw badInput('first', `A page holds from 0 to ${LARGEST_PAGE} rows.`);
  }
  return first;
}

/** The opaque text that stands for a place in a list: the values it is sorted by. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values a cursor stands for, checked for their count. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every(isCursorValue)) return values;
  } catch {
    // falls through: whatever cannot be read is refused below
  }
  throw unknownPlace();
}

/** The refusal of a cursor that no page of this list has ended with. */
export function unknownPlace(): Refusal {
  return badInput(
    'after',
    'This place in the list is not known. Use the endCursor of the page before, or leave it out.',
  );
}

function isCursorValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

/** Cuts a page out of rows that were read with one more than asked for. */
export function pageOf<Node>(
  rows: Node[],
  first: number,
  totalCount: number,
  cursorOf: (node: Node) => string,
): Page<Node> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount,
    pageInfo: { hasNextPage: rows.length > first, endCursor: last === undefined ? null : cursorOf(last) },
  };
}
