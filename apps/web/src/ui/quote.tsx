import styles from './quote.module.css';

/** Somebody's own words, with who said them. */
export function Quote({ words, by }: { words: string; by: string | undefined }) {
  return (
    <blockquote className={styles['quote']}>
      “{words}”{by && <cite>{by}</cite>}
    </blockquote>
  );
}
