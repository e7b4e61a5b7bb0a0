import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A sentence in its own place: nothing here yet, something went wrong, please wait. */
export function Notice({
  kind = 'calm',
  title,
  children,
  action,
}: {
  kind?: 'calm' | 'heed';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`${styles['notice']} ${styles[kind]}`} role={kind === 'heed' ? 'alert' : 'status'}>
      {title && <h2 className={styles['title']}>{title}</h2>}
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
