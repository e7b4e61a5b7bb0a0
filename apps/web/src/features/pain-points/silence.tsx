import { useMe } from '../../app/session.js';
import { day, dayOf } from '../../format.js';
import { Button } from '../../ui/button.js';
import { SilenceMark } from '../../ui/silence-mark.js';
import { useReached } from '../../ui/use-clock.js';
import parts from './parts.module.css';
import styles from './silence.module.css';
import { type Details, useOpenDetails, useRights } from './use-details.js';

/** That its sponsors hear nothing: since when, who knows of it, and what to do about it. */
export function Silence() {
  const { details, askForWord } = useOpenDetails();
  const { works } = useRights();
  const me = useMe();
  const { silence, raiser } = details;
  const silent = useReached(silence?.from);
  if (!silence || !silent) return null;
  const unanswered = silence.why === 'UNANSWERED';
  return (
    <section className={styles['silence']} aria-label="It is silent">
      <p className={styles['said']}>
        <SilenceMark />
        <span>
          <strong>Silent.</strong>{' '}
          {unanswered
            ? `${raiser.id === me.id ? 'You have' : `${raiser.name} has`} waited for an answer since ${dayOf(silence.since)}.`
            : `Its sponsors could see no word since ${dayOf(silence.since)}.`}{' '}
          {sayTold(silence, details.owner?.name)}
        </span>
      </p>
      {works ? (
        <div className={styles['way']}>
          <p className={parts['faint']}>
            They need no solution today: only to read that it is seen, who looks at it, and when they hear more. A
            shared comment, a promised date or a move to another stage ends the silence.
          </p>
          <div className={parts['row']}>
            <Button small look="main" onClick={askForWord}>
              Write to its sponsors
            </Button>
          </div>
        </div>
      ) : (
        <p className={`${parts['faint']} ${styles['more']}`}>
          Silence is a fault, and not yours. What you write below reaches IT.
        </p>
      )}
    </section>
  );
}

function sayTold({ ownerToldOn, leadsToldOn }: NonNullable<Details['silence']>, owner: string | undefined): string {
  const told = [
    ownerToldOn && `${owner ?? 'who had it in care'} on ${day(ownerToldOn)}`,
    leadsToldOn && `the leads on ${day(leadsToldOn)}`,
  ].filter((part) => part !== null && part !== '');
  return told.length === 0 ? '' : `Told of it: ${told.join(', ')}.`;
}
