import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in a plain sentence. */
  error?: string | undefined;
  /** Gets the id and descriptions that the control must carry. */
  children: (control: {
    id: string;
    className: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
  }) => ReactNode;
}

/** A labelled control with its hint and its refusal. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const said = `${id}-said`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles['control'] ?? '',
        ...((hint || error) && { 'aria-describedby': said }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {(error || hint) && (
        <span id={said} className={error ? styles['error'] : styles['hint']}>
          {error ?? hint}
        </span>
      )}
    </div>
  );
}
