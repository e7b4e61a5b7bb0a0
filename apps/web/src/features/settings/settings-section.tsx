import { type ReactNode, useId } from 'react';
import styles from './settings-page.module.css';

/** One thing that can be set: what it is for on one side, its controls on the other. */
export function SettingsSection({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['about']}>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </div>
      <div className={styles['controls']}>{children}</div>
    </section>
  );
}
