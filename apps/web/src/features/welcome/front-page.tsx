import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo.js';
import styles from './front-page.module.css';

/** The page before one is signed in: the mark, what Stanch is for, and one thing to do. */
export function FrontPage({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['brand']}>
          <Logo size={34} /> Stanch
        </p>
        <h1>{title}</h1>
        <p className={styles['lead']}>{lead}</p>
      </header>
      {children}
    </main>
  );
}
