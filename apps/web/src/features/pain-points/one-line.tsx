import { useRef, useState } from 'react';
import { Fits, isTooLong } from '../../ui/fits.js';

interface OneLineProps {
  label: string;
  start: string;
  type?: 'text' | 'date' | 'url';
  /** So many letters of it fit. */
  longest?: number;
  /** Gets what was typed; null when the person turned away. */
  onDone: (text: string | null) => void;
}

/**
 * A line that is typed where it stands: Enter gives it, so does leaving it once something stands there; Escape turns away.
 * What is too long is not given; it stays until it is shorter.
 */
export function OneLine({ label, start, type = 'text', longest = 200, onDone }: OneLineProps) {
  const [text, setText] = useState(start);
  const left = useRef(false);
  const tooLong = isTooLong(text, longest);
  const leave = (given: string | null) => {
    if (left.current || (tooLong && given !== null)) return;
    left.current = true;
    onDone(given);
  };
  return (
    <>
      <input
        type={type}
        aria-label={label}
        aria-invalid={tooLong || undefined}
        placeholder={label}
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => leave(text.trim() || (type === 'date' ? '' : null))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave(text.trim());
          else if (event.key === 'Escape') {
            event.stopPropagation();
            leave(null);
          } else return;
          event.preventDefault();
        }}
      />
      <Fits text={text} longest={longest} />
    </>
  );
}
