import { useEffect, useState } from 'react';

/** Whether a moment still lies ahead; the screen changes when it comes. */
export function useUntil(moment: string): boolean {
  const [passed, setPassed] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setPassed(moment), Math.max(0, Date.parse(moment) - Date.now()));
    return () => clearTimeout(timer);
  }, [moment]);
  return passed !== moment;
}
