import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { isSubscriptionOperation } from '@apollo/client/utilities';
import { createCache } from './cache.js';
import { connection } from './connection.js';
import { inTurnLink } from './in-turn-link.js';
import { codeOf } from './say-error.js';

const http = new HttpLink({ uri: '/graphql', headers: { 'apollo-require-preflight': 'true' } });

/** What to do once the server says that nobody is signed in; the session guard sets it. */
let whenSignedOut: () => void = () => undefined;

export function onSignedOut(react: () => void): void {
  whenSignedOut = react;
}

const signedOut = new ErrorLink(({ error, operation }) => {
  const askedWho = operation.operationName === 'Session' || operation.operationName === 'SignIn';
  if (!askedWho && CombinedGraphQLErrors.is(error) && codeOf(error) === 'UNAUTHENTICATED') whenSignedOut();
});

export const client = new ApolloClient({
  link: ApolloLink.from([
    signedOut,
    inTurnLink,
    ApolloLink.split(({ query }) => isSubscriptionOperation(query), new GraphQLWsLink(connection.socket), http),
  ]),
  cache: createCache(),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  devtools: { enabled: import.meta.env.DEV },
});
