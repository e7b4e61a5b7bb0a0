import { type KeyboardEvent, useCallback, useRef } from 'react';

/** The button that opens a small form: the focus goes back to it once the form has gone. */
export function useOpener() {
  const ref = useRef<HTMLButtonElement>(null);
  const back = useCallback(() => {
    // The button stands again only after the form has gone.
    setTimeout(() => {
      const lost = document.activeElement === document.body || document.activeElement?.tagName === 'DIALOG';
      if (lost) ref.current?.focus({ preventScroll: true });
    });
  }, []);
  return { ref, back };
}

/** For a form in the panel: Escape closes the form alone, not all that it stands in. */
export function byEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}
