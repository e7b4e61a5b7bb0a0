import type { ImportField } from '../../graphql/generated/types.js';
import { FIELD_WORDS } from './field-words.js';
import type { ImportColumn } from './import.graphql.js';
import styles from './import-page.module.css';

/** What each column of the file stands for: a first guess that can be changed. */
export function MapColumns({
  columns,
  onMap,
}: {
  columns: readonly ImportColumn[];
  onMap(column: number, field: ImportField): void;
}) {
  return (
    <section className={styles['section']} aria-labelledby="columns">
      <h2 id="columns">Columns</h2>
      <p className={styles['soft']}>A first guess by their headings and what is in them. Change what is wrong.</p>
      <ul className={styles['columns']}>
        {columns.map(({ column, heading, samples, field }) => (
          <li key={column} className={field === 'IGNORE' ? styles['ignored'] : ''}>
            <label htmlFor={`column-${column}`}>{heading || `Column ${column}`}</label>
            <span className={styles['samples']}>{samples.filter(Boolean).join(' · ') || 'empty'}</span>
            <select
              id={`column-${column}`}
              value={field}
              onChange={({ target }) => onMap(column, target.value as ImportField)}
            >
              {FIELD_WORDS.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
