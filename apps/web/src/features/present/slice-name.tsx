import type { Meeting } from './meeting.graphql.js';
import styles from './present.module.css';

/** Which slice of the board is shown, in words; whoever may choose another does it here too. */
export function SliceName({
  meeting,
  alone,
  choose,
}: {
  meeting: Meeting;
  alone: boolean;
  choose: (() => void) | undefined;
}) {
  const words = `${meeting.slice?.words ?? 'whole board'}${alone ? ' (on this screen)' : ''}`;
  if (!choose) return words;
  return (
    <button type="button" className={styles['sliceName']} aria-label={`${words}: choose a slice`} onClick={choose}>
      {words}
    </button>
  );
}
