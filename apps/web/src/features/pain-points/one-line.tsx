import { useRef } from 'react';

interface OneLineProps {
  label: string;
  start: string;
  type?: 'text' | 'date';
  /** Gets what was typed; null when the person turned away. */
  onDone: (text: string | null) => void;
}

/** A line that is typed where it stands: Enter or leaving it gives it, Escape turns away. */
export function OneLine({ label, start, type = 'text', onDone }: OneLineProps) {
  const left = useRef(false);
  const leave = (text: string | null) => {
    if (left.current) return;
    left.current = true;
    onDone(text);
  };
  return (
    <input
      type={type}
      aria-label={label}
      placeholder={label}
      autoFocus
      defaultValue={start}
      maxLength={200}
      onBlur={(event) => leave(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave(event.currentTarget.value.trim());
        else if (event.key === 'Escape') {
          event.stopPropagation();
          leave(null);
        } else return;
        event.preventDefault();
      }}
    />
  );
}
