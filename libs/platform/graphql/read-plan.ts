import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  defaultFieldResolver,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation is not plain, or did not go plainly: only graphql-js knows what to answer. */
class NotPlain extends Error {}

/** What one execution of a plan goes on. */
interface Run {
  readonly context: unknown;
  readonly info: Omit<GraphQLResolveInfo, 'fieldName' | 'fieldNodes' | 'returnType' | 'parentType' | 'path'>;
  /** The arguments and the info of each field, made once for all objects of a list. */
  readonly given: Map<PlannedField, { arguments: Record<string, unknown>; info: GraphQLResolveInfo }>;
  /** Puts the value where it belongs once it is there. */
  later(value: PromiseLike<unknown>, put: (value: unknown) => void): void;
}

/** Makes the answer out of what a resolver gave. */
type Complete = (value: unknown, run: Run) => unknown;

interface PlannedField {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly parent: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly complete: Complete;
}

const NO_ARGUMENTS: Record<string, unknown> = Object.freeze({});

/**
 * How one operation is answered, made out once for its document: which field is called for what and how its value is
 * told. graphql-js finds that out anew for each field of each object, which for a board of 5,000 cards takes most of a
 * second; a plan takes a tenth of it.
 *
 * A plan knows plain operations only and gives a whole answer or none. Whatever else comes up (a refusal, a null where
 * none may be, a union, `@include`) is left to graphql-js, which does the operation from its start.
 */
export class ReadPlan {
  private constructor(
    readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly root: Complete,
  ) {}

  /** The plan of an operation; null when it is none that can be planned. */
  static of(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): ReadPlan | null {
    const operation = getOperationAST(document, operationName);
    const type = operation && schema.getRootType(operation.operation);
    if (!operation || !type) return null;
    const fragments = Object.fromEntries(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    try {
      const root = new Planner(fragments).object(type, [operation.selectionSet]);
      return new ReadPlan(schema, operation, fragments, root);
    } catch (error) {
      if (error instanceof NotPlain) return null;
      throw error;
    }
  }

  /** The answer; null when graphql-js has to give it. */
  async run(
    rootValue: unknown,
    context: unknown,
    variables: Readonly<Record<string, unknown>> | null | undefined,
  ): Promise<Record<string, unknown> | null> {
    const { schema, operation, fragments } = this;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!coerced) return null;
    const info = { schema, fragments, rootValue, operation, variableValues: coerced };
    return new Promise((resolve) => {
      let awaited = 1;
      const arrived = () => {
        awaited -= 1;
        if (awaited === 0) resolve(answer);
      };
      const giveUp = () => resolve(null);
      const later: Run['later'] = (value, put) => {
        awaited += 1;
        value.then((now) => {
          try {
            put(now);
            arrived();
          } catch {
            giveUp();
          }
        }, giveUp);
      };
      let answer: Record<string, unknown> | null = null;
      try {
        answer = this.root(rootValue, { context, info, given: new Map(), later }) as Record<string, unknown>;
        arrived();
      } catch {
        giveUp();
      }
    });
  }
}

/** Makes out how the values of types are told. */
class Planner {
  constructor(private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>) {}

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Complete {
    if (type.isTypeOf) throw new NotPlain();
    const nodes = new Map<string, FieldNode[]>();
    for (const selection of selections) this.collect(type, selection, nodes);
    const puts = [...nodes].map(([key, fieldNodes]) => this.field(type, key, fieldNodes));
    return (source, run) => {
      const answer: Record<string, unknown> = {};
      for (const put of puts) put(answer, source, run);
      return answer;
    };
  }

  private collect(type: GraphQLObjectType, { selections }: SelectionSetNode, nodes: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      if (selection.directives && selection.directives.length > 0) throw new NotPlain();
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        nodes.set(key, [...(nodes.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
      if (!fragment) throw new NotPlain();
      // Unions are not planned, so a valid fragment on anything else than the type itself does not occur.
      if (fragment.typeCondition && fragment.typeCondition.name.value !== type.name) throw new NotPlain();
      this.collect(type, fragment.selectionSet, nodes);
    }
  }

  private field(
    parent: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): (answer: Record<string, unknown>, source: unknown, run: Run) => void {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename' && key !== '__proto__') return (answer) => (answer[key] = parent.name);
    const field = parent.getFields()[name];
    if (!field || key === '__proto__') throw new NotPlain();
    const complete = this.value(field.type, nodes);
    const resolve = field.resolve ?? defaultFieldResolver;
    const planned: PlannedField = { key, nodes, parent, field, complete };
    return (answer, source, run) => {
      const { arguments: args, info } = run.given.get(planned) ?? give(planned, run);
      put(answer, key, resolve(source, args, run.context, info), complete, run);
    };
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isNonNullType(type)) {
      const complete = this.value(type.ofType, nodes);
      return (value, run) => {
        const told = complete(value, run);
        if (told === null) throw new NotPlain();
        return told;
      };
    }
    const complete = this.present(type, nodes);
    return (value, run) => (value === null || value === undefined ? null : complete(value, run));
  }

  private present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isListType(type)) {
      const complete = this.value(type.ofType, nodes);
      return (value, run) => {
        if (!Array.isArray(value)) throw new NotPlain();
        const answer: unknown[] = new Array(value.length);
        for (let at = 0; at < value.length; at += 1) put(answer, at, value[at], complete, run);
        return answer;
      };
    }
    if (isLeafType(type)) {
      return (value) => {
        const told: unknown = value instanceof Error ? null : type.serialize(value);
        if (told === null || told === undefined) throw new NotPlain();
        return told;
      };
    }
    const named = getNamedType(type);
    if (!isObjectType(named)) throw new NotPlain();
    const complete = this.object(
      named,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    return (value, run) => {
      if (value instanceof Error) throw new NotPlain();
      return complete(value, run);
    };
  }
}

function give(planned: PlannedField, run: Run) {
  const { field, nodes, parent, key } = planned;
  const node = nodes[0] as FieldNode;
  const given = {
    arguments: field.args.length > 0 ? getArgumentValues(field, node, run.info.variableValues) : NO_ARGUMENTS,
    info: {
      ...run.info,
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: parent,
      path: { prev: undefined, key, typename: parent.name },
    },
  };
  run.given.set(planned, given);
  return given;
}

function put<Key extends string | number>(
  answer: Record<Key, unknown> | unknown[],
  key: Key,
  value: unknown,
  complete: Complete,
  run: Run,
): void {
  const place = answer as Record<Key, unknown>;
  if (!isPromise(value)) {
    place[key] = complete(value, run);
    return;
  }
  // Holds the place, so that the fields keep their order.
  place[key] = null;
  run.later(value, (now) => (place[key] = complete(now, run)));
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}
