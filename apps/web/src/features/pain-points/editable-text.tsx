import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { hasDraft, useDraft } from '../../ui/use-draft.js';
import { ConflictChoice } from './conflict-choice.js';
import styles from './panel.module.css';
import { useOpenDetails } from './use-details.js';
import { useEdit } from './use-edit.js';

interface EditableTextProps {
  field: 'title' | 'description';
  label: string;
  empty?: string;
  editable: boolean;
  className?: string | undefined;
}

/** A text that becomes a field where it stands. What is typed survives a refusal and a reload. */
export function EditableText({ field, label, empty, editable, className }: EditableTextProps) {
  const { details } = useOpenDetails();
  const value = details[field];
  const name = `${field}:${details.id}`;
  const [editing, setEditing] = useState(() => hasDraft(name));
  const { save, conflict, keepMine, takeTheirs } = useEdit();
  const button = useRef<HTMLButtonElement>(null);

  const stop = () => {
    setEditing(false);
    setTimeout(() => button.current?.focus());
  };

  if (editing) {
    return (
      <TextForm
        name={name}
        label={label}
        value={value}
        version={details.version}
        long={field === 'description'}
        className={className}
        onSave={(text, version) => save({ [field]: text }, version, { [field]: text })}
        onStop={stop}
      >
        {conflict && (
          <ConflictChoice
            conflict={conflict}
            onKeepMine={() => void keepMine()?.then((done) => done && (forgetDraft(name), stop()))}
            onTakeTheirs={() => {
              takeTheirs();
              forgetDraft(name);
              stop();
            }}
          />
        )}
      </TextForm>
    );
  }
  const Shown = field === 'title' ? 'h2' : 'p';
  return (
    <div className={styles['editable']}>
      {value ? <Shown className={className}>{value}</Shown> : empty && <p className={styles['faint']}>{empty}</p>}
      {editable && (
        <button ref={button} type="button" className={styles['pencil']} onClick={() => setEditing(true)}>
          <Pencil />
          <span className="unseen">Edit: {label}</span>
        </button>
      )}
    </div>
  );
}

function forgetDraft(name: string): void {
  sessionStorage.removeItem(`stanch-draft:${name}`);
}

interface TextFormProps {
  name: string;
  label: string;
  value: string;
  version: number;
  long: boolean;
  className?: string | undefined;
  onSave: (text: string, version: number) => Promise<boolean>;
  onStop: () => void;
  children?: React.ReactNode;
}

function TextForm({ name, label, value, version, long, className, onSave, onStop, children }: TextFormProps) {
  const [text, write, forget] = useDraft(name, value);
  // The version that the person saw when they began, so that a later change of the same words is noticed.
  const [began] = useState(version);
  const [saving, setSaving] = useState(false);
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

  const submit = async () => {
    const wanted = text.trim();
    if (wanted === value || (!long && !wanted)) {
      forget();
      onStop();
      return;
    }
    setSaving(true);
    const saved = await onSave(wanted, began);
    setSaving(false);
    if (!saved) return;
    forget();
    onStop();
  };

  return (
    <form
      className={styles['textForm']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        ref={area}
        aria-label={label}
        className={`${className ?? ''} ${styles['area']}`}
        rows={long ? 4 : 1}
        maxLength={long ? 10_000 : 200}
        value={text}
        readOnly={saving}
        onChange={(event) => write(long ? event.target.value : event.target.value.replaceAll('\n', ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void submit();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            forget();
            onStop();
          }
        }}
      />
      {children ?? (
        <div className={styles['row']}>
          <Button type="submit" look="main" small disabled={saving}>
            {saving ? 'Saving …' : 'Save'}
          </Button>
          <Button
            look="quiet"
            small
            onClick={() => {
              forget();
              onStop();
            }}
          >
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}

function Pencil() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="m2.5 13.5.7-3L10.6 3l2.4 2.4L5.5 12.8Z" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}
