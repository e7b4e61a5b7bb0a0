import { createClient } from 'graphql-ws';
import { useSyncExternalStore } from 'react';

const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

/** The longest pause between two attempts to come back, in milliseconds. */
const LONGEST_PAUSE = 8000;

let online = true;
let opened = 0;
let restarting = false;
const listeners = new Set<() => void>();
const returned = new Set<() => void>();

const tell = (now: boolean) => {
  if (online === now) return;
  online = now;
  for (const listener of listeners) listener();
};

const socket = createClient({
  url: address,
  lazy: true,
  keepAlive: 12_000,
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: async (retries) => {
    const pause = Math.min(LONGEST_PAUSE, 250 * 2 ** retries);
    await new Promise<void>((done) => {
      const timer = setTimeout(done, pause * (0.75 + Math.random() / 2));
      const atOnce = () => {
        clearTimeout(timer);
        done();
      };
      addEventListener('online', atOnce, { once: true });
    });
  },
  on: {
    connected: () => {
      restarting = false;
      tell(true);
      opened += 1;
      if (opened > 1) for (const react of returned) react();
    },
    closed: (event) => {
      // A socket that was closed because nobody listens any more is no lost connection.
      const wanted = restarting || (event instanceof CloseEvent && event.code === 1000);
      if (!wanted) tell(false);
    },
  },
});

// A lost network is often noticed by the browser long before a socket gives up.
addEventListener('offline', () => {
  tell(false);
  socket.terminate();
});

/** The live line to the server: whether it stands, and a call each time it stands again. */
export const connection = {
  socket,
  /** Calls after each return of a lost line; gives back how to stop. */
  onReturn(react: () => void): () => void {
    returned.add(react);
    return () => returned.delete(react);
  },
  /** Signs off and on again, as somebody else. */
  restart(): void {
    opened = 0;
    restarting = true;
    socket.terminate();
  },
};

/** Whether the server can be reached, as far as this page knows. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => online,
  );
}
