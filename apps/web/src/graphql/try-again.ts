import { useEffect, useRef } from 'react';

/** What could not be read is tried again after so many milliseconds; on a wall nobody is there to press a button. */
export const TRY_AGAIN_MS = 3_000;

/** While something has failed it is tried again by itself: every few seconds, and as soon as the network is back. */
export function useTryAgain(failed: boolean, tryAgain: () => unknown): void {
  const latest = useRef(tryAgain);
  useEffect(() => {
    latest.current = tryAgain;
  });
  useEffect(() => {
    if (!failed) return;
    const again = () => void latest.current();
    const timer = setInterval(again, TRY_AGAIN_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [failed]);
}
