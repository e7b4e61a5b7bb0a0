import { type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Fits, isTooLong } from './fits.js';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in a plain sentence. */
  error?: string | undefined;
  /** What stands in it, and how many letters fit: what is longer is not sent, and not cut either. */
  text?: string;
  longest?: number;
  /** Gets the id and descriptions that the control must carry. */
  children: (control: {
    id: string;
    className: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
  }) => ReactNode;
}

/** A labelled control with its hint and its refusal. */
export function Field({ label, hint, error, text = '', longest = Infinity, children }: FieldProps) {
  const id = useId();
  const said = `${id}-said`;
  const fits = `${id}-fits`;
  const tooLong = isTooLong(text, longest);
  const describedBy = [(hint || error) && said, tooLong && fits].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles['control'] ?? '',
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...((error || tooLong) && { 'aria-invalid': true as const }),
      })}
      {(error || hint) && (
        <span id={said} className={error ? styles['error'] : styles['hint']}>
          {error ?? hint}
        </span>
      )}
      <Fits id={fits} text={text} longest={longest} />
    </div>
  );
}
