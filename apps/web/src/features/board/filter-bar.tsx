import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { FILTER_CHOICES } from './board.graphql.js';
import styles from './board-page.module.css';
import { type FilterName, useBoardFilter } from './board-filter.js';

/** What is more to say of a toggle than fits on it. */
const MEANING: Partial<Record<FilterName, string>> = {
  silent: 'Its sponsors wait for an answer, or have heard no word for 14 days',
  due: 'A promised date is at most two working days ahead, or past',
};

const TOGGLES: [FilterName, string][] = [
  ['mine', 'Mine'],
  ['blocked', 'Blocked'],
  ['silent', 'Silent'],
  ['due', 'Due'],
  ['quick', 'Quick wins'],
];

/** Typing is taken over once it rests for this long. */
const REST_MS = 250;

/** Narrows the board; what it narrows to stands in the address. */
export function FilterBar() {
  const { filter, given, set, clear } = useBoardFilter();
  const { data } = useQuery(FILTER_CHOICES);
  const choices: [FilterName, string, { id: string; name: string }[]][] = [
    ['unit', 'Any unit', data?.businessUnits ?? []],
    ['service', 'Any service', data?.services ?? []],
    ['owner', 'Any owner', data?.people.nodes ?? []],
    ['tag', 'Any tag', (data?.tags ?? []).map((tag) => ({ id: tag, name: tag }))],
  ];
  return (
    <div className={styles['filters']} role="search" aria-label="Filter the board">
      <TextFilter value={given('text')} onChange={(text) => set('text', text)} />
      {choices.map(([name, any, options]) => {
        const value = given(name);
        return (
          <select
            key={name}
            className={styles['choice']}
            aria-label={any.replace('Any ', 'Filter by ')}
            value={value}
            data-set={value ? '' : undefined}
            onChange={(event) => set(name, event.target.value)}
          >
            <option value="">{any}</option>
            {value && !options.some(({ id }) => id === value) && <option value={value}>…</option>}
            {options.map(({ id, name: label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        );
      })}
      {TOGGLES.map(([name, label]) => (
        <button
          key={name}
          type="button"
          className={styles['toggle']}
          aria-pressed={given(name) !== ''}
          title={MEANING[name]}
          onClick={() => set(name, given(name) ? '' : '1')}
        >
          {label}
        </button>
      ))}
      {filter && (
        <Button look="quiet" onClick={clear} aria-label="Clear the filter">
          Clear
        </Button>
      )}
    </div>
  );
}

function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <input
      className={styles['search']}
      type="search"
      aria-label="Filter by text"
      placeholder="Filter by text"
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
