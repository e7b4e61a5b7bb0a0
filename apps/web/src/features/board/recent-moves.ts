import { useSyncExternalStore } from 'react';

/** Who just moved which card in another browser. Shown for some seconds, then forgotten. */

const SHOWN_MS = 6000;

const movedBy = new Map<string, string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function noteMove(painPointId: string, by: string): void {
  movedBy.set(painPointId, by);
  tell();
  setTimeout(() => {
    movedBy.delete(painPointId);
    tell();
  }, SHOWN_MS);
}

/** The name of the one who just moved this card elsewhere, if anybody did. */
export function useRecentMove(painPointId: string): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => movedBy.get(painPointId),
  );
}
