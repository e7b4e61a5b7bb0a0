import { useId, useState } from 'react';
import { Fits, isTooLong } from '../../ui/fits.js';
import styles from './facts.module.css';
import parts from './parts.module.css';

interface Named {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  /** What it is called for who does not see it beside its value. */
  says?: string;
  none: string;
  value: Named | null;
  choices: readonly Named[] | undefined;
  onChoose: (id: string | null, name: string) => Promise<unknown>;
  /** Lets one add what is missing; says whether that was done. */
  onAdd?: (name: string) => Promise<boolean>;
}

/** So many letters of a name fit. */
const LONGEST = 120;
const ADD = 'add';

/** One of several, shown as a word that can be changed where it stands; what is missing can be added. */
export function Choice({ label, says, none, value, choices, onChoose, onAdd }: ChoiceProps) {
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const id = useId();
  const known = choices ?? [];
  const listed = value && !known.some((one) => one.id === value.id) ? [value, ...known] : known;
  const add = async () => {
    const wanted = name.trim();
    if (wanted && !(await onAdd?.(wanted))) return;
    setAdding(false);
    setName('');
  };
  return (
    <div>
      <label htmlFor={id}>
        <span aria-hidden={says !== undefined}>{label}</span>
        {says && <span className="unseen">{says}</span>}
      </label>
      {adding ? (
        <form
          className={styles['adding']}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            id={id}
            autoFocus
            value={name}
            aria-invalid={isTooLong(name, LONGEST) || undefined}
            placeholder="its name, then Enter"
            onChange={(event) => setName(event.target.value)}
            onBlur={() => !name.trim() && setAdding(false)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              setAdding(false);
            }}
          />
          <Fits text={name} longest={LONGEST} />
        </form>
      ) : (
        <select
          id={id}
          className={`${parts['plain']} ${value ? '' : parts['unset']}`}
          value={value?.id ?? ''}
          onChange={(event) => {
            const chosen = event.target.value;
            if (chosen === ADD) setAdding(true);
            else void onChoose(chosen || null, listed.find((one) => one.id === chosen)?.name ?? '');
          }}
        >
          <option value="">{none}</option>
          {listed.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          {onAdd && <option value={ADD}>Add another …</option>}
        </select>
      )}
    </div>
  );
}
