import { useRef } from 'react';

interface OneLineProps {
  label: string;
  start: string;
  type?: 'text' | 'date' | 'url';
  /** Gets what was typed; null when the person turned away. */
  onDone: (text: string | null) => void;
}

/** A line that is typed where it stands: Enter gives it, so does leaving it once something stands there; Escape turns away. */
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
      maxLength={type === 'url' ? 2000 : 200}
      onBlur={({ currentTarget: { value } }) => leave(value.trim() || (type === 'date' ? '' : null))}
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
