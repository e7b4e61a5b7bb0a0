import styles from './person-mark.module.css';

/** Somebody's initials in a ring; the name is there for who points at it or listens. */
export function PersonMark({ name, says }: { name: string; says?: string }) {
  const parts = name.trim().split(/\s+/);
  const initials = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('');
  return (
    <span className={styles['mark']} role="img" aria-label={says ?? name} title={says ?? name}>
      {initials.toUpperCase()}
    </span>
  );
}
