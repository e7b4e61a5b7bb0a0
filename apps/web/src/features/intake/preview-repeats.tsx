import { count } from '../../format.js';
import type { ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

/** Rows that say what an earlier row said: each can join it, so that one pain has one card and both are its sponsors. */
export function PreviewRepeats({
  run: { repeats },
  merged,
  onMerge,
}: {
  run: ImportRun;
  merged: ReadonlySet<number>;
  onMerge(row: number, wanted: boolean): void;
}) {
  if (repeats.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby="repeats">
      <h2 id="repeats">{count(repeats.length, 'row repeats', 'rows repeat')} another</h2>
      <p className={styles['soft']}>
        Ticked, a row joins the earlier one: one card, and everybody who said it stands behind it. Their words are kept.
      </p>
      <ul className={styles['repeats']}>
        {repeats.map(({ row, ofRow, title, reason }) => (
          <li key={row}>
            <label>
              <input
                type="checkbox"
                checked={merged.has(row)}
                onChange={({ target }) => onMerge(row, target.checked)}
              />
              <span>
                <strong>
                  Row {row} joins row {ofRow}
                </strong>
                <span className={styles['words']}>{title}</span>
                <span className={styles['soft']}>{reason}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
