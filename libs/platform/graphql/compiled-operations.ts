import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

interface Known {
  readonly schema: GraphQLSchema;
  /** Undefined after it was seen once; null when it cannot be compiled. */
  operation?: CompiledQuery | null;
}

/** The operations of a document by their names. Gone with the document. */
const seen = new WeakMap<DocumentNode, Map<string, Known>>();

/** Compiles what comes a second time: whoever sends ever new documents does not make the server compile each. */
function compiled(schema: GraphQLSchema, document: DocumentNode, operationName?: string): CompiledQuery | null {
  const name = operationName ?? '';
  let ofDocument = seen.get(document);
  if (!ofDocument) seen.set(document, (ofDocument = new Map<string, Known>()));
  const known = ofDocument.get(name);
  if (known?.schema !== schema) {
    ofDocument.set(name, { schema });
    return null;
  }
  if (known.operation === undefined) {
    const made = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
    known.operation = isCompiledQuery(made) ? made : null;
  }
  return known.operation;
}

/** What an operation is answered with, besides its document. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  rootValue?: unknown;
  contextValue: unknown;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * The data of an operation, by code made once for its document: graphql-js finds out for each field of each object what
 * to call and how to tell it, which for a board of thousands of cards takes most of a second. Null the first time, and
 * when anything went wrong: then graphql-js answers, from the start, so that errors are told in one way only. For reads alone.
 */
export async function answerByCompiled(asked: Asked): Promise<Record<string, unknown> | null> {
  const { schema, document, operationName, rootValue, contextValue, variableValues } = asked;
  const operation = compiled(schema, document, operationName ?? undefined);
  const result = await operation?.query(rootValue, contextValue, variableValues ?? {});
  return result?.data && !result.errors ? (result.data as Record<string, unknown>) : null;
}
