import {
  type ASTNode,
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Deeper than this no screen asks; without an end a few hundred bytes could ask for millions of rows. */
const DEEPEST = 12;

/** The most fields one request may name, aliases and fragments counted each time they are used. */
const MOST_FIELDS = 2_000;

/** Refuses requests that are nested too deeply or name too many fields. */
export function limitDepth(context: ValidationContext): ASTVisitor {
  let fields = 0;
  const measure = (selectionSet: SelectionSetNode, depth: number, within: ReadonlySet<string>): boolean => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = context.getFragment(selection.name.value);
        // A fragment within itself is refused by a rule of its own.
        if (!fragment || within.has(selection.name.value)) continue;
        if (!measure(fragment.selectionSet, depth, new Set([...within, selection.name.value]))) return false;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (!measure(selection.selectionSet, depth, within)) return false;
      } else {
        fields += 1;
        if (depth > DEEPEST) return refuse(context, selection, `is nested deeper than ${DEEPEST} levels`);
        if (fields > MOST_FIELDS) return refuse(context, selection, `names more than ${MOST_FIELDS} fields`);
        if (selection.selectionSet && !isIntrospection(selection.name.value)) {
          if (!measure(selection.selectionSet, depth + 1, within)) return false;
        }
      }
    }
    return true;
  };
  return {
    OperationDefinition(operation) {
      measure(operation.selectionSet, 1, new Set());
    },
  };
}

function isIntrospection(name: string): boolean {
  return name === '__schema' || name === '__type';
}

function refuse(context: ValidationContext, node: ASTNode, problem: string): false {
  context.reportError(new GraphQLError(`The request ${problem}. Ask for less at once.`, { nodes: node }));
  return false;
}
