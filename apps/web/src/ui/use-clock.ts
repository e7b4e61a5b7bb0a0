import { useSyncExternalStore } from 'react';
import { today } from '../format.js';

/** How often the clock is looked at, in milliseconds. */
const LOOK = 20_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One look for the whole page; who listens is drawn anew only when what it asked for has changed. */
function listen(hear: () => void): () => void {
  listeners.add(hear);
  timer ??= setInterval(look, LOOK);
  if (listeners.size === 1) document.addEventListener('visibilitychange', look);
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', look);
  };
}

function look(): void {
  for (const hear of listeners) hear();
}

/** Today (YYYY-MM-DD) where the workspace is; another one when the day turns there. */
export function useToday(): string {
  return useSyncExternalStore(listen, () => today());
}

/** Whether a moment has come; turns true by itself. Without a moment it never does. */
export function useReached(instant: string | undefined): boolean {
  return useSyncExternalStore(listen, () => instant !== undefined && Date.parse(instant) <= Date.now());
}
