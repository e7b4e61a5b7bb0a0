/** A value of a request that does not fit its type: which field, and what to do, in a sentence. */
export interface Misfit {
  readonly field: string;
  readonly message: string;
}

const SHOULD_BE: readonly (readonly [RegExp, string])[] = [
  [/not to be null|was not provided|must not be null/, 'is missing. Please fill it in.'],
  [/^Int cannot/, 'must be a whole number, and not that large a one.'],
  [/^Float cannot/, 'must be a number.'],
  [/^String cannot/, 'must be a text.'],
  [/^Boolean cannot/, 'must be true or false.'],
  [/^ID cannot/, 'must be an id.'],
  [/ enum\./, 'must be one of the values that the schema names.'],
];

/**
 * What GraphQL says of a variable that does not fit, as people and forms need it. GraphQL names the place in its message
 * alone: `Variable "$input" got invalid value 7 at "input.tags[0]"; String cannot represent a non string value: 7`.
 */
export function misfitIn(message: string): Misfit | null {
  const [, variable] = /^Variable "\$(\w+)" /.exec(message) ?? [];
  if (variable === undefined) return null;
  const path = / at "([\w.[\]]+)"; /.exec(message)?.[1] ?? variable;
  const reason = message.slice(message.lastIndexOf('; ') + 1).trim();
  const [, missing] = /^Field "(\w+)" of required/.exec(reason) ?? [];
  const [, own] = /^Expected type "\w+"\. (.*)$/s.exec(reason) ?? [];
  const field = missing ?? /(\w+)(?:\[\d+\])*$/.exec(path)?.[1] ?? variable;
  if (own !== undefined) return { field, message: own };
  const should = SHOULD_BE.find(([words]) => words.test(reason))?.[1];
  return { field, message: should === undefined ? reason : `"${field}" ${should}` };
}
