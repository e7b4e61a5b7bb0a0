import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { atLeast, useMe } from '../../app/session.js';
import type { RaisersQuery } from '../../graphql/generated/types.js';
import { Button } from '../../ui/button.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { RAISERS } from './board.graphql.js';
import styles from './board-page.module.css';

/** The one whose pain it is, when that is not whoever writes it down. */
export type Raiser = RaisersQuery['people']['nodes'][number];

/** Whether a keyboard is likely at hand. */
const hasKeys = matchMedia('(pointer: fine)').matches;

/** So many letters of a title fit. */
const LONGEST = 200;

/** Raises a pain point: a title and Enter. The key `n` leads here from anywhere on the board. */
export function RaiseBar({ onRaise }: { onRaise: (title: string, raiser: Raiser | undefined) => Promise<boolean> }) {
  const [title, setTitle] = useState('');
  const [raiser, setRaiser] = useState<Raiser>();
  const writesForOthers = atLeast(useMe().role, 'IT');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const raise = async () => {
    const wanted = title.trim();
    if (!wanted) return;
    setTitle('');
    // What was typed comes back with a refusal, unless something else is being typed already.
    if (!(await onRaise(wanted, raiser))) setTitle((now) => now || wanted);
  };
  return (
    <form
      className={styles['raise']}
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <input
        ref={input}
        aria-label="Raise a pain point: what hurts?"
        aria-keyshortcuts="n"
        placeholder={hasKeys ? 'What hurts? Raise a pain point (n)' : 'What hurts? Raise a pain point'}
        aria-invalid={isTooLong(title, LONGEST) || undefined}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {title.trim() && (
        <div className={styles['asked']}>
          {writesForOthers && <ForWhom raiser={raiser} onChoose={setRaiser} />}
          <Button type="submit" look="main">
            Raise
          </Button>
          <Fits text={title} longest={LONGEST} />
        </div>
      )}
    </form>
  );
}

/** Whose pain it is: what IT writes down in an interview is raised by the one who said it. It stays for the next one. */
function ForWhom({ raiser, onChoose }: { raiser: Raiser | undefined; onChoose: (raiser: Raiser | undefined) => void }) {
  const { data } = useQuery(RAISERS);
  const sponsors = data?.people.nodes ?? [];
  return (
    <select
      aria-label="Whose pain is it?"
      className={`${styles['choice']} ${styles['forWhom']}`}
      data-set={raiser ? '' : undefined}
      value={raiser?.id ?? ''}
      onChange={(event) => onChoose(sponsors.find(({ id }) => id === event.target.value))}
    >
      <option value="">for myself</option>
      {sponsors.map(({ id, name }) => (
        <option key={id} value={id}>
          for {name}
        </option>
      ))}
    </select>
  );
}
