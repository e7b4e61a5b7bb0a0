import type { ReactNode } from 'react';
import type { Visibility } from '../../graphql/generated/types.js';
import styles from './comments.module.css';

/** Who reads it, by shape and word. */
export function Readers({ visibility, children }: { visibility: Visibility; children?: ReactNode }) {
  const shared = visibility === 'SHARED';
  return (
    <span className={styles['readers']}>
      {shared ? <Eye /> : <Lock />}
      {children ?? (shared ? 'shared with sponsors' : 'among IT')}
    </span>
  );
}

function Eye() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </svg>
  );
}

function Lock() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="3" y="7" width="10" height="6.5" rx="1.2" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
