import { useEffect, useRef } from 'react';

/**
 * Reads anew what stands beside something that is read again and again, each time that this was; never, without a time.
 * What cannot be read anew stays until it can.
 */
export function useReadAgain(readAt: number | undefined, refetch: () => Promise<unknown>, waits = false): void {
  const seen = useRef(readAt);
  useEffect(() => {
    if (seen.current === readAt || waits) return;
    seen.current = readAt;
    void refetch().catch(() => undefined);
  }, [readAt, refetch, waits]);
}
