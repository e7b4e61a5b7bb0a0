import { useEffect, useRef } from 'react';
import { number } from '../format.js';
import styles from './fits.module.css';

/** From this share of what fits one is told how many letters there are. */
const NEARLY = 0.9;

function lettersOf(text: string): number {
  return text.trim().length;
}

export function isTooLong(text: string, longest: number): boolean {
  return lettersOf(text) > longest;
}

export function sayTooLong(text: string, longest: number): string {
  return `These are ${number(lettersOf(text))} letters; at most ${number(longest)} fit.`;
}

interface FitsProps {
  id?: string;
  text: string;
  longest: number;
}

/**
 * Says how much fits, once that comes near. Nothing that was typed or pasted is cut: what is too long stays as it is, and
 * the form in which this stands is not sent until somebody has made it shorter.
 */
export function Fits({ id, text, longest }: FitsProps) {
  const said = useRef<HTMLParagraphElement>(null);
  const tooLong = isTooLong(text, longest);
  useEffect(() => {
    const form = said.current?.closest('form');
    if (!form || !tooLong) return undefined;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    };
    form.addEventListener('submit', hold, { capture: true });
    return () => form.removeEventListener('submit', hold, { capture: true });
  }, [tooLong]);
  if (tooLong) {
    return (
      <p ref={said} id={id} role="alert" className={styles['tooLong']}>
        ▲ {sayTooLong(text, longest)}
      </p>
    );
  }
  if (lettersOf(text) < longest * NEARLY) return null;
  return (
    <p id={id} className={styles['nearly']}>
      {number(lettersOf(text))} of {number(longest)} letters
    </p>
  );
}
