import { buildSchema, execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { callMethods } from './call-methods.js';
import { answerByCompiled } from './compiled-operations.js';

const schema: GraphQLSchema = buildSchema(`
  type Query { board(first: Int = 2): Board  mixed: [Hit!]  broken: Card }
  type Board { id: ID!  cards: [Card!]!  rows: [[Int]]  none: Card  later: Card }
  type Card { id: ID!  title: String  state: State!  score(factor: Float!): Float  owner: Person  self: Card! }
  type Person { name: String! }
  enum State { OPEN DONE }
  union Hit = Card | Person
`);

// A compiled operation reads what has no resolver as a plain property.
callMethods(schema);

class Card {
  readonly title: string;
  constructor(readonly id: number) {
    this.title = `Card ${id}`;
  }
  state() {
    return this.id === 4 ? 'LOST' : 'OPEN';
  }
  score({ factor }: { factor: number }) {
    return this.id * factor;
  }
  owner() {
    return this.id % 2 === 0 ? Promise.resolve({ name: 'Ada' }) : null;
  }
  async self() {
    return this.id === 3 ? null : this;
  }
}

const root = {
  board: ({ first }: { first: number }) => ({
    id: 'b',
    cards: async () =>
      Array.from({ length: first }, (_, at) => (at % 2 ? Promise.resolve(new Card(at)) : new Card(at))),
    rows: [[1, null], null, [3]],
    none: null,
    later: () => new Promise((resolve) => setImmediate(() => resolve(new Card(1)))),
  }),
  mixed: [{ __typename: 'Person', name: 'Ada' }],
  broken: () => Promise.reject(new Error('refused')),
};

async function both(source: string, variableValues: Record<string, unknown> = {}) {
  const asked = { schema, document: parse(source), rootValue: root, contextValue: {}, variableValues };
  expect(await answerByCompiled(asked)).toBeNull();
  return { quick: await answerByCompiled(asked), complete: (await execute(asked)) as ExecutionResult };
}

describe('the compiled form of an operation', () => {
  it.each([
    ['a list of objects', '{ board { id cards { id title state } } }', {}],
    [
      'promises in between',
      '{ board { later { owner { name } id self { title } } cards { self { self { id } } } } }',
      {},
    ],
    ['nulls and lists of lists', '{ board { none { id } rows } nothing: board(first: 0) { cards { id } } }', {}],
    [
      'arguments, from variables and from defaults',
      'query ($f: Float!, $n: Int) { board(first: $n) { cards { score(factor: $f) } } }',
      { f: 2.5 },
    ],
    ['two arguments of one field by alias', '{ board { cards { a: score(factor: 1) b: score(factor: 2) } } }', {}],
    [
      'fragments that ask for one thing twice',
      'query { board { ...B cards { id } } } fragment B on Board { __typename cards { ... on Card { owner { name } id } } }',
      {},
    ],
    ['a union', '{ mixed { __typename ... on Person { name } } }', {}],
    ['@include', 'query ($on: Boolean!) { board { id cards @include(if: $on) { id } } }', { on: false }],
    ['introspection', '{ __schema { queryType { name } } }', {}],
    ['a key that is none in an object', '{ __proto__: board { id } }', {}],
  ])('answers as graphql-js does: %s', async (_what, source, variables) => {
    const { quick, complete } = await both(source, variables);
    expect(complete.errors).toBeUndefined();
    expect(JSON.stringify(quick)).toBe(JSON.stringify(complete.data));
  });

  it.each([
    ['a resolver refuses', '{ broken { id } }', {}],
    ['a value is none of its type', '{ board(first: 5) { cards { state } } }', {}],
    ['there is a null where none may be', '{ board(first: 4) { cards { self { id } } } }', {}],
    ['a variable does not fit', 'query ($n: Int) { board(first: $n) { id } }', { n: 'many' }],
  ])('gives no answer when %s, since only graphql-js tells errors', async (_what, source, variables) => {
    const { quick, complete } = await both(source, variables);
    expect(complete.errors).toHaveLength(1);
    expect(quick).toBeNull();
  });
});
