import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.js';
import styles from './toasts.module.css';

interface Toast {
  id: number;
  text: string;
  kind: 'calm' | 'heed';
  action?: { label: string; run: () => void };
}

/** How long a sentence stays: long enough to be read twice, and longer when there is something to do. */
const SHOWN_MS = { calm: 6000, heed: 10_000 };

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function put(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function take(id: number): void {
  put(toasts.filter((toast) => toast.id !== id));
}

/** Says one sentence at the foot of the screen. */
export function say(text: string, { kind = 'calm', action }: Partial<Pick<Toast, 'kind' | 'action'>> = {}): void {
  const id = (last += 1);
  put([...toasts.filter((toast) => toast.text !== text).slice(-1), { id, text, kind, ...(action && { action }) }]);
  setTimeout(() => take(id), SHOWN_MS[kind]);
}

/** Where the sentences of `say` appear; once in the app. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  const top = useTopDialog();
  return createPortal(
    <div className={styles['toasts']} role="status" aria-live="polite">
      <ol>
        {shown.map(({ id, text, kind, action }) => (
          <li key={id} className={styles[kind]}>
            <span>{text}</span>
            {action && (
              <Button
                look="quiet"
                small
                onClick={() => {
                  take(id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <Button look="quiet" small aria-label="Close this message" onClick={() => take(id)}>
              ×
            </Button>
          </li>
        ))}
      </ol>
    </div>,
    top ?? document.body,
  );
}

/** The sheet that lies on top: all outside of it can neither be read nor clicked while it is open. */
function useTopDialog(): Element | null {
  return useSyncExternalStore(
    (changed) => {
      const watch = new MutationObserver(changed);
      watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'] });
      return () => watch.disconnect();
    },
    () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? null,
  );
}
