import { buildSchema, getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { misfitIn } from './misfit.js';

const schema = buildSchema(`
  scalar Any
  enum Colour { RED GREEN }
  input Box { name: String! size: Int colour: Colour labels: [String!] inner: Box }
  type Query { put(box: Box!, id: ID!): Boolean }
`);

/** What graphql-js itself says of these variables. */
function saidOf(variables: Record<string, unknown>): string {
  const [operation] = parse('query ($box: Box!, $id: ID!) { put(box: $box, id: $id) }').definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const { variableDefinitions = [] } = operation as OperationDefinitionNode;
  return getVariableValues(schema, variableDefinitions, variables).errors?.[0]?.message ?? '';
}

describe('a value that does not fit its type', () => {
  it.each([
    [{ box: { name: 7 }, id: 'a' }, 'name', '"name" must be a text.'],
    [{ box: {}, id: 'a' }, 'name', '"name" is missing. Please fill it in.'],
    [{ box: { name: null }, id: 'a' }, 'name', '"name" is missing. Please fill it in.'],
    [{ box: { name: 'a', size: 1.5 }, id: 'a' }, 'size', '"size" must be a whole number, and not that large a one.'],
    [
      { box: { name: 'a', size: 2 ** 31 }, id: 'a' },
      'size',
      '"size" must be a whole number, and not that large a one.',
    ],
    [
      { box: { name: 'a', colour: 'PINK' }, id: 'a' },
      'colour',
      '"colour" must be one of the values that the schema names.',
    ],
    [{ box: { name: 'a', labels: ['b', null] }, id: 'a' }, 'labels', '"labels" is missing. Please fill it in.'],
    [{ box: { name: 'a', inner: { name: 'b', inner: {} } }, id: 'a' }, 'name', '"name" is missing. Please fill it in.'],
    [{ box: { name: 'a' } }, 'id', '"id" is missing. Please fill it in.'],
    [{ box: { name: 'a' }, id: null }, 'id', '"id" is missing. Please fill it in.'],
    [{ box: { name: 'a' }, id: true }, 'id', '"id" must be an id.'],
    [
      { box: { name: { deep: 'x at "input.evil"; Field "lie" of required type' } }, id: 'a' },
      'name',
      expect.any(String),
    ],
  ])('is said with its field: %j', (variables, field, message) => {
    expect(misfitIn(saidOf(variables))).toEqual({ field, message });
  });

  it('is nothing that any other message speaks of', () => {
    expect(misfitIn('Cannot query field "x" on type "Query".')).toBeNull();
  });
});
