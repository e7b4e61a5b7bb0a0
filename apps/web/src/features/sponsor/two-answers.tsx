import { Button } from '../../ui/button.js';
import styles from './answer.module.css';

/** The two answers to "is it fixed?", of equal weight; neither is pressed before somebody presses it. */
export function TwoAnswers({
  label,
  chosen,
  onChoose,
}: {
  label: string;
  chosen: boolean | undefined;
  onChoose: (fixed: boolean) => void;
}) {
  return (
    <div className={styles['answers']} role="group" aria-label={label}>
      <Button aria-pressed={chosen === true} onClick={() => onChoose(true)}>
        <span aria-hidden="true">✓</span> Yes, it is fixed
      </Button>
      <Button aria-pressed={chosen === false} onClick={() => onChoose(false)}>
        <span aria-hidden="true">●</span> Still bleeding
      </Button>
    </div>
  );
}
