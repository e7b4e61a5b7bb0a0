import { useQuery, skipToken } from '@apollo/client/react';
import { useState } from 'react';
import { days, dayAfter } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useToday } from '../../ui/use-clock.js';
import { compareWeeks } from './compare.js';
import { ComparedTable } from './compared-table.js';
import { WEEK_FIGURES, type WeekFigures } from './meetings.graphql.js';
import styles from './meetings-page.module.css';

/** Any two weeks beside each other, with or without a meeting: out of the recorded history. */
export function TwoWeeks() {
  const today = useToday();
  const [one, setOne] = useState(() => dayAfter(today, -14));
  const [other, setOther] = useState(() => dayAfter(today, -7));
  const chosen = [one, other].every((day) => day !== '' && day <= today);
  const { data, previousData, error, refetch } = useQuery(
    WEEK_FIGURES,
    chosen ? { variables: { weeks: [one, other] }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const weeks = (data ?? previousData)?.weekFigures.toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
  return (
    <section className={styles['held']} aria-labelledby="two-weeks">
      <h2 id="two-weeks" className={styles['title']}>
        Any two weeks
      </h2>
      <p className={styles['soft']}>
        With or without a meeting: choose a day in each. A week is from Monday to Sunday, and stays as it was.
      </p>
      <div className={styles['two']}>
        <Day label="A day in one week" value={one} today={today} onChange={setOne} />
        <Day label="A day in the other" value={other} today={today} onChange={setOther} />
      </div>
      <div aria-live="polite">
        {error && chosen && (
          <p className={styles['problem']}>
            The weeks could not be counted. {sayError(error)}{' '}
            <Button small onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        )}
        {!error && chosen && !weeks && (
          <div className={styles['ghost']} role="status" aria-label="Counting the weeks" />
        )}
        {chosen && weeks && <Weeks weeks={weeks} />}
      </div>
    </section>
  );
}

function Weeks({ weeks: [one, other] }: { weeks: readonly WeekFigures[] }) {
  if (!one || !other) return null;
  if (one.monday === other.monday) return <p className={styles['soft']}>Both days are in the same week.</p>;
  return (
    <ComparedTable
      label="Two weeks compared"
      before={nameOf(one)}
      after={nameOf(other)}
      rows={compareWeeks(one, other)}
    />
  );
}

function nameOf({ monday }: WeekFigures): string {
  return days(monday, dayAfter(monday, 6));
}

interface DayProps {
  label: string;
  value: string;
  today: string;
  onChange: (day: string) => void;
}

function Day({ label, value, today, onChange }: DayProps) {
  const problem = value === '' ? 'Choose a day.' : value > today ? 'Choose a day that has come.' : undefined;
  return (
    <Field label={label} error={problem}>
      {(control) => (
        <input {...control} type="date" value={value} max={today} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
