import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.js';
import styles from './sheet.module.css';

interface SheetProps {
  /** side: a drawer over the page; middle: a small dialog. */
  place: 'side' | 'middle';
  /** Names the sheet for a screen reader; visible in the middle, where the sheet has no head of its own. */
  label: string;
  onClose(): void;
  children: ReactNode;
}

/** A modal sheet on the browser's own dialog: it keeps the focus, closes by Escape and gives the focus back. */
export function Sheet({ place, label, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    // A drawer is read from its top; only a small dialog begins at its first field.
    if (place === 'side') shown?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [place]);
  return (
    <dialog
      ref={dialog}
      className={`${styles['sheet']} ${styles[place]}`}
      aria-label={label}
      tabIndex={-1}
      onCancel={(event) => {
        // Only the dialog's own: a file picker inside it cancels too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles['body']}>
        {place === 'middle' && <h2 className={styles['title']}>{label}</h2>}
        <Button look="quiet" small className={styles['close']} aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </Button>
        {children}
      </div>
    </dialog>
  );
}
