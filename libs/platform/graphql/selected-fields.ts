import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * The names of the fields that a request selects below a field, at the end of a path such as `nodes`. Fields behind
 * `@skip` or `@include` count as selected: reading one too many does no harm.
 */
export function selectedFields(info: GraphQLResolveInfo, ...path: string[]): Set<string> {
  let level = info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet, info) : []));
  for (const step of path) {
    level = level
      .filter(({ name }) => name.value === step)
      .flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet, info) : []));
  }
  return new Set(level.map(({ name }) => name.value));
}

function fieldsOf(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    const fragment = info.fragments[selection.name.value];
    return fragment ? fieldsOf(fragment.selectionSet, info) : [];
  });
}
