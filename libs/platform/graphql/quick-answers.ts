import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult, OperationTypeNode } from 'graphql';
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
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const messages = await createSourceEventStream(args);
  if (!isIterable(messages)) return messages;
  const answer = async (rootValue: unknown): Promise<ExecutionResult> => {
    const data = await answerByCompiled({ ...args, contextValue: args.contextValue as unknown, rootValue });
    return data ? { data } : execute({ ...args, rootValue });
  };
  return answers(messages[Symbol.asyncIterator](), answer);
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
