import { useId } from 'react';
import { day, when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import styles from './commitments.module.css';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { useTakeBack } from './use-take-back.js';
import { useUntil } from './use-until.js';

interface TakeBackProps {
  commitment: { readonly id: string; readonly dueOn: string };
  /** Until when it can be taken back. */
  until: string;
  onDone: () => void;
}

/** The way back for whoever noted a promise by mistake, for as long as there is one. */
export function TakeBack({ commitment: { id, dueOn }, until, onDone }: TakeBackProps) {
  const { details } = useOpenDetails();
  const takeBack = useTakeBack();
  const isPossible = useUntil(until);
  const conditions = useId();
  if (!isPossible) return null;
  const run = async () => {
    const isDone = takeBack(id);
    onDone();
    if (await isDone) say(`The promise of ${day(dueOn)} for ${details.key} is taken back.`);
  };
  return (
    <p className={styles['slip']}>
      <Button small aria-describedby={conditions} onClick={() => void run()}>
        Take it back
      </Button>
      <span id={conditions} className={parts['faint']}>
        if it was noted by mistake, until {when(until)}. Whoever has not heard of it yet hears nothing.
      </span>
    </p>
  );
}
