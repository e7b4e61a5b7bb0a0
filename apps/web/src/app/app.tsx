import { ApolloProvider } from '@apollo/client/react';
import { BrowserRouter } from 'react-router';
import { client } from '../graphql/client.js';
import { Toasts } from '../ui/toasts.js';
import { OpenedByPush } from './opened-by-push.js';
import { AppRoutes } from './routes.js';
import { SessionProvider } from './session.js';

export function App() {
  return (
    <ApolloProvider client={client}>
      <BrowserRouter>
        <SessionProvider>
          <AppRoutes />
          <OpenedByPush />
        </SessionProvider>
        <Toasts />
      </BrowserRouter>
    </ApolloProvider>
  );
}
