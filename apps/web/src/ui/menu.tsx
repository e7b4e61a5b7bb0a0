import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './menu.module.css';

export interface MenuItem {
  label: ReactNode;
  onChoose(): void;
  disabled?: boolean;
}

interface MenuProps {
  /** What the button says to a screen reader, and what names the list. */
  label: string;
  button: ReactNode;
  buttonClass?: string | undefined;
  items: () => MenuItem[];
  /** What holds for all of it, such as who will be told. */
  note?: ReactNode;
  onOpen?: () => void;
}

/** A button that opens a short list of things to do; arrows, Home, End, Escape and typing do what one expects. */
export function Menu({ label, button, buttonClass, items, note, onOpen }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={buttonClass ?? styles['button']}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => {
          event.stopPropagation();
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {button}
      </button>
      {open && (
        <MenuList
          id={id}
          label={label}
          items={items()}
          note={note}
          anchor={anchor}
          onClose={(back) => {
            setOpen(false);
            if (back) anchor.current?.focus();
          }}
        />
      )}
    </>
  );
}

function MenuList({
  id,
  label,
  items,
  note,
  anchor,
  onClose,
}: {
  id: string;
  label: string;
  items: MenuItem[];
  note: ReactNode;
  anchor: { current: HTMLButtonElement | null };
  onClose: (back: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = list.current;
    const from = anchor.current?.getBoundingClientRect();
    if (!shown || !from) return;
    shown.showPopover();
    const { width, height } = shown.getBoundingClientRect();
    const below = from.bottom + height + 8 < innerHeight;
    // Below the whole of a wide button; a small one stands at the end of its row, and so does its list.
    const start = from.width > 64 ? from.left : from.right - width;
    shown.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
    shown.style.top = `${below ? from.bottom + 4 : Math.max(8, from.top - height - 4)}px`;
    shown.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus();
  }, [anchor]);
  useEffect(() => {
    const away = (event: Event) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !anchor.current?.contains(target)) onClose(false);
    };
    document.addEventListener('pointerdown', away, true);
    return () => document.removeEventListener('pointerdown', away, true);
  });
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      className={styles['list']}
      onKeyDown={(event) => {
        event.stopPropagation();
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')];
        const at = all.indexOf(document.activeElement as HTMLElement);
        const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
        if (to !== undefined) all[to % all.length]?.focus();
        else if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
        else return;
        event.preventDefault();
      }}
    >
      <div role="menu" aria-label={label} aria-describedby={note ? `${id}-note` : undefined}>
        {items.map(({ label: text, onChoose, disabled }, index) => (
          <button
            key={index}
            type="button"
            role="menuitem"
            tabIndex={-1}
            disabled={disabled}
            onClick={(event) => {
              event.stopPropagation();
              onClose(true);
              onChoose();
            }}
          >
            {text}
          </button>
        ))}
      </div>
      {note && (
        <p id={`${id}-note`} className={styles['note']}>
          {note}
        </p>
      )}
    </div>
  );
}
