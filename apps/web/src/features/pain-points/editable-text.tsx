import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { hasDraft, useDraft } from '../../ui/use-draft.js';
import { ConflictChoice } from './conflict-choice.js';
import styles from './editable-text.module.css';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { useEdit } from './use-edit.js';

/** So many letters fit. */
const LONGEST = { title: 200, description: 20_000 } as const;

interface EditableTextProps {
  field: 'title' | 'description';
  label: string;
  empty?: string;
  editable: boolean;
  className?: string | undefined;
}

/**
 * A text that becomes a field where it stands. The new text shows at once; what was typed survives a refusal, a reload and
 * closing the panel, until it is saved or given up.
 */
export function EditableText({ field, label, empty, editable, className }: EditableTextProps) {
  const { details } = useOpenDetails();
  const value = details[field];
  const name = `${field}:${details.id}`;
  const [editing, setEditing] = useState(() => editable && hasDraft(name));
  const { save, conflict, takeTheirs } = useEdit();
  const [text, write, forget] = useDraft(name, value);
  // The version that the person saw when they began, so that a later change of the same words is noticed.
  const [seen, see, forgetSeen] = useDraft(`${name}:seen`);
  const button = useRef<HTMLButtonElement>(null);
  const longest = LONGEST[field];
  const tooLong = isTooLong(text, longest);

  const begin = () => {
    // What another one changed since this page was opened is what one begins with; a draft goes on where it was left.
    if (!hasDraft(name)) {
      write(value);
      see(String(details.version));
    }
    setEditing(true);
  };
  const leave = () => {
    setEditing(false);
    setTimeout(() => button.current?.focus({ preventScroll: true }));
  };
  const giveUp = () => {
    forget();
    forgetSeen();
    leave();
  };
  const submit = async () => {
    if (tooLong) return;
    const wanted = text.trim();
    if (wanted === value || (field === 'title' && !wanted)) {
      giveUp();
      return;
    }
    leave();
    const version = seen === '' ? details.version : Number(seen);
    if (await save({ [field]: wanted }, version, { [field]: wanted })) {
      forget();
      forgetSeen();
    } else setEditing(true);
  };

  if (editing && editable) {
    return (
      <div className={styles['editing']}>
        <Words
          label={label}
          text={text}
          long={field === 'description'}
          invalid={tooLong}
          className={className}
          onWrite={write}
          onSubmit={() => void submit()}
          onLeave={leave}
        />
        <Fits text={text} longest={longest} />
        {conflict ? (
          <ConflictChoice
            // What is typed on meanwhile is mine as well.
            conflict={{ ...conflict, mine: { [field]: text.trim() } }}
            onKeepMine={() =>
              void save({ [field]: text.trim() }, conflict.version, { [field]: text.trim() }).then(
                (done) => done && giveUp(),
              )
            }
            onTakeTheirs={() => {
              takeTheirs();
              giveUp();
            }}
          />
        ) : (
          <div className={parts['row']}>
            <Button look="main" small onClick={() => void submit()}>
              Save
            </Button>
            <Button look="quiet" small onClick={giveUp}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    );
  }
  const Shown = field === 'title' ? 'h2' : 'p';
  const begun = editable && text !== value && hasDraft(name);
  return (
    <div className={styles['editable']}>
      {value ? (
        <Shown className={className}>{value}</Shown>
      ) : (
        <p className={`${className ?? ''} ${styles['empty']}`}>{empty}</p>
      )}
      {editable && (
        <button ref={button} type="button" className={styles['pencil']} onClick={begin}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="m2.5 13.5.7-3L10.6 3l2.4 2.4L5.5 12.8Z" fill="none" stroke="currentColor" strokeWidth="1.3" />
          </svg>
          {begun ? <span>not saved yet</span> : <span className="unseen">Edit: {label}</span>}
        </button>
      )}
    </div>
  );
}

interface WordsProps {
  label: string;
  text: string;
  long: boolean;
  invalid: boolean;
  className?: string | undefined;
  onWrite: (text: string) => void;
  onSubmit: () => void;
  onLeave: () => void;
}

function Words({ label, text, long, invalid, className, onWrite, onSubmit, onLeave }: WordsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const shown = area.current;
    shown?.focus();
    shown?.setSelectionRange(shown.value.length, shown.value.length);
  }, []);
  useEffect(() => {
    const shown = area.current;
    if (!shown) return;
    shown.style.height = 'auto';
    shown.style.height = `${shown.scrollHeight + 2}px`;
  }, [text]);
  return (
    <textarea
      ref={area}
      aria-label={label}
      className={`${className ?? ''} ${styles['area']}`}
      rows={long ? 3 : 1}
      aria-invalid={invalid || undefined}
      value={text}
      onChange={(event) => onWrite(long ? event.target.value : event.target.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) onSubmit();
        else if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        } else return;
        event.preventDefault();
      }}
    />
  );
}
