import { GraphQLScalarType, Kind } from 'graphql';
import { badInput, type Day, type Instant, isDay } from '@stanch/kernel';

/** `Date` of the API: a calendar day without a time. */
export const DayScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});

/** `DateTime` of the API: a moment in UTC. */
export const InstantScalar = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'A moment in UTC, ISO 8601.',
  serialize: (value) => String(value),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

function readDay(value: unknown): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw badInput('date', `${JSON.stringify(value)} is no date. Write it as YYYY-MM-DD, for example 2026-03-31.`);
}

function readInstant(value: unknown): Instant {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  throw badInput(
    'dateTime',
    `${JSON.stringify(value)} is no time. Write it as ISO 8601, for example 2026-03-31T12:00:00Z.`,
  );
}
