import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  OperationTypeNode,
} from 'graphql';
import { answerByCompiled } from './compiled-operations.js';

/** Answers queries by their compiled form. A mutation never: should it go wrong, it could not be done a second time. */
export const answerQueriesQuickly: ApolloServerPlugin = {
  requestDidStart: async () => ({
    responseForOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (operation.operation !== OperationTypeNode.QUERY) return null;
      const { operationName, variables: variableValues } = request;
      const data = await answerByCompiled({ schema, document, operationName, contextValue, variableValues });
      if (!data) return null;
      return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
    },
  }),
};

/** Takes the place of `subscribe` of graphql-js: each message is answered by the compiled form where that goes. */
export async function subscribeQuickly(
  given: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const args = { ...given, document: firstOfItsText(given.document) };
  const messages = await createSourceEventStream(args);
  if (!isIterable(messages)) return messages;
  const answer = async (rootValue: unknown): Promise<ExecutionResult> => {
    const data = await answerByCompiled({ ...args, contextValue: given.contextValue as unknown, rootValue });
    return data ? { data } : execute({ ...args, rootValue });
  };
  return answers(messages[Symbol.asyncIterator](), answer);
}

/** How many texts of subscriptions are known at a time; the web app has a handful. */
const MOST_TEXTS = 100;

const documents = new Map<string, DocumentNode>();

/** Each socket brings a document of its own, and hundreds the same text: one of them is kept and compiled for all. */
function firstOfItsText(document: DocumentNode): DocumentNode {
  const text = document.loc?.source.body;
  if (text === undefined) return document;
  const first = documents.get(text);
  if (first) return first;
  const [oldest] = documents.keys();
  if (oldest !== undefined && documents.size >= MOST_TEXTS) documents.delete(oldest);
  documents.set(text, document);
  return document;
}

function answers(
  messages: AsyncIterator<unknown>,
  answer: (message: unknown) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const ended = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const message = await messages.next();
      return message.done ? ended : { done: false, value: await answer(message.value) };
    },
    async return() {
      await messages.return?.();
      return ended;
    },
    async throw(error) {
      await messages.throw?.(error);
      throw error;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

function isIterable(given: AsyncIterable<unknown> | ExecutionResult): given is AsyncIterable<unknown> {
  return Symbol.asyncIterator in given;
}
