import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of the panel under its own heading. */
export function Section({ title, note, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h3 id={id}>
          {title}
          {note && <span className={styles['note']}>{note}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}

interface SectionProps {
  title: string;
  note?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}
