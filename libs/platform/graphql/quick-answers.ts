import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import { ReadPlan } from './read-plan.js';

/** The plans of a document by the name of its operation; null where there is none. Gone with the document. */
const plans = new WeakMap<DocumentNode, Map<string, ReadPlan | null>>();

function planOf(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): ReadPlan | null {
  let known = plans.get(document);
  if (!known) plans.set(document, (known = new Map<string, ReadPlan | null>()));
  const name = operationName ?? '';
  let plan = known.get(name);
  if (plan === undefined || (plan !== null && plan.schema !== schema)) {
    known.set(name, (plan = ReadPlan.of(schema, document, operationName)));
  }
  return plan;
}

/** Answers plain queries by a plan. A mutation is never planned: it could not be done a second time. */
export const answerQueriesQuickly: ApolloServerPlugin = {
  requestDidStart: async () => ({
    responseForOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (operation.operation !== OperationTypeNode.QUERY) return null;
      const plan = planOf(schema, document, request.operationName);
      const data = await plan?.run(undefined, contextValue, request.variables);
      if (!data) return null;
      return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
    },
  }),
};

/** Takes the place of `subscribe` of graphql-js: each message is answered by a plan where that goes. */
export async function subscribeQuickly(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const messages = await createSourceEventStream(args);
  if (!isIterable(messages)) return messages;
  const { schema, document, operationName, contextValue, variableValues } = args;
  const plan = planOf(schema, document, operationName);
  const answer = async (rootValue: unknown): Promise<ExecutionResult> => {
    const data = await plan?.run(rootValue, contextValue, variableValues);
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
