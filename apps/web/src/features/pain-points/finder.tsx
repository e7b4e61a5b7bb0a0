import { useEffect, useId, useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Field } from '../../ui/field.js';
import styles from './finder.module.css';
import parts from './parts.module.css';

export interface Found {
  id: string;
  name: string;
  about?: string | undefined;
}

interface FinderProps {
  label: string;
  hint?: string;
  /** Said when nothing was found. */
  nothing?: string;
  find: (text: string) => Promise<Found[]>;
  onChoose: (found: Found) => void;
}

const PAUSE_MS = 180;

/** A field that finds as one types; arrows and Enter choose. */
export function Finder({
  label,
  hint,
  nothing = 'Nothing found. Try another part of it.',
  find,
  onChoose,
}: FinderProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found[]>();
  const [failed, setFailed] = useState<string>();
  const [at, setAt] = useState(0);
  const list = useId();

  useEffect(() => {
    if (!text.trim()) return;
    let wanted = true;
    const timer = setTimeout(() => {
      find(text.trim()).then(
        (result) => {
          if (!wanted) return;
          setFound(result);
          setFailed(undefined);
          setAt(0);
        },
        (error: unknown) => {
          if (!wanted) return;
          setFound(undefined);
          setFailed(sayError(error));
        },
      );
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [text, find]);

  const shown = text.trim() ? found : undefined;
  const choose = (one: Found | undefined) => {
    if (!one) return;
    setText('');
    setFound(undefined);
    onChoose(one);
  };
  return (
    <div className={styles['finder']}>
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            role="combobox"
            aria-expanded={shown !== undefined}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={shown?.[at] ? `${list}-${at}` : undefined}
            autoComplete="off"
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const many = shown?.length ?? 0;
              if (event.key === 'ArrowDown' && many) setAt((at + 1) % many);
              else if (event.key === 'ArrowUp' && many) setAt((at - 1 + many) % many);
              else if (event.key === 'Enter') choose(shown?.[at]);
              else return;
              event.preventDefault();
            }}
          />
        )}
      </Field>
      <div role="listbox" id={list} aria-label={label} hidden={!shown}>
        {shown?.map((one, index) => (
          <div
            key={one.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(one)}
          >
            <span>{one.name}</span>
            {one.about && <span className={parts['faint']}>{one.about}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={parts['faint']}>
        {failed ?? (shown?.length === 0 && nothing)}
      </p>
    </div>
  );
}
