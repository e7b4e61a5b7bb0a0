import { type RefObject, useEffect, useRef, useState } from 'react';

/** Sizes are taken in steps of so many pixels: a scroll bar that comes and goes draws nothing anew. */
const STEP = 20;

/** The width of an element, as it is now, in steps; 0 before it is known. */
export function useWidth<Kind extends HTMLElement>(): [RefObject<Kind | null>, number] {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width / STEP) * STEP);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
