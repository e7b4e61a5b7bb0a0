import { useId, useRef, useState } from 'react';
import { Fits, isTooLong } from '../../ui/fits.js';
import styles from './facts.module.css';
import { useOpenDetails } from './use-details.js';

/** So many letters of a tag fit. */
const LONGEST = 40;

/** Words to find it by: taken away by a click, added by typing, several at once with commas. */
export function Tags({ known, onSave }: { known: readonly string[]; onSave: (tags: string[]) => Promise<boolean> }) {
  const { details } = useOpenDetails();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const list = useId();
  const { tags } = details;
  const wanted = text.split(',').map((tag) => tag.trim());
  const longest = wanted.reduce((long, tag) => (tag.length > long.length ? tag : long));
  const add = async () => {
    const added = wanted.filter((tag, at) => tag && !tags.includes(tag) && wanted.indexOf(tag) === at);
    setText('');
    if (added.length > 0 && !(await onSave([...tags, ...added]))) setText(text);
  };
  const leave = () => {
    setAdding(false);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <div>
      <span className={styles['name']}>Tags</span>
      <ul className={styles['tags']} aria-label="Tags">
        {tags.map((tag) => (
          <li key={tag}>
            {tag}
            <button
              type="button"
              aria-label={`Take the tag ${tag} away`}
              onClick={() => void onSave(tags.filter((other) => other !== tag))}
            >
              ×
            </button>
          </li>
        ))}
        <li className={styles['addTag']}>
          {adding ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (text.trim()) void add();
                else leave();
              }}
            >
              <input
                aria-label="New tag"
                autoFocus
                list={list}
                placeholder="a word, then Enter"
                value={text}
                aria-invalid={isTooLong(longest, LONGEST) || undefined}
                onChange={(event) => setText(event.target.value)}
                onBlur={() => {
                  if (isTooLong(longest, LONGEST)) return;
                  if (text.trim()) void add();
                  setAdding(false);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.preventDefault();
                  event.stopPropagation();
                  leave();
                }}
              />
              <Fits text={longest} longest={LONGEST} />
              <datalist id={list}>
                {known
                  .filter((tag) => !tags.includes(tag))
                  .map((tag) => (
                    <option key={tag} value={tag} />
                  ))}
              </datalist>
            </form>
          ) : (
            <button ref={opener} type="button" onClick={() => setAdding(true)}>
              <span aria-hidden="true">+</span> tag
            </button>
          )}
        </li>
      </ul>
    </div>
  );
}
