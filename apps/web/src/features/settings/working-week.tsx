import { useMutation, useQuery } from '@apollo/client/react';
import { type SyntheticEvent, useState } from 'react';
import { day, weekdayName, weekdayOf } from '../../format.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { sayFailure } from '../../ui/say-failure.js';
import { SettingsSection } from './settings-section.js';
import { UPDATE_WORKSPACE, WORKSPACE, type Workspace } from './settings.graphql.js';
import styles from './settings-page.module.css';

type Holiday = Workspace['holidays'][number];

/** When the status meeting is, and on which days nobody works: what digests and promised dates go by. */
export function WorkingWeek() {
  const { data, error, refetch } = useQuery(WORKSPACE);
  return (
    <SettingsSection
      title="Working week"
      about="The digest comes the afternoon before the status meeting. Whoever promised a date hears two working days before it; Saturdays, Sundays and these days are none."
    >
      {data ? (
        <>
          <Meeting workspace={data.workspace} />
          <Holidays workspace={data.workspace} />
        </>
      ) : error ? (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      ) : (
        <Notice>Reading …</Notice>
      )}
    </SettingsSection>
  );
}

function Meeting({ workspace }: { workspace: Workspace }) {
  const [update] = useMutation(UPDATE_WORKSPACE);
  const { meetingWeekday, meetingTime } = workspace;
  const set = (change: { meetingWeekday?: number; meetingTime?: string }) =>
    void update({
      variables: { input: change },
      optimisticResponse: { updateWorkspace: { ...workspace, ...change } },
    }).catch(sayFailure);
  return (
    <div className={styles['pair']}>
      <Field label="Status meeting">
        {(control) => (
          <select
            {...control}
            value={meetingWeekday}
            onChange={({ target }) => set({ meetingWeekday: Number(target.value) })}
          >
            {Array.from({ length: 7 }, (_, index) => (
              <option key={index} value={index + 1}>
                {weekdayName(index + 1)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="At">
        {(control) => (
          <input
            {...control}
            type="time"
            required
            value={meetingTime}
            onChange={({ target: { value } }) => value && set({ meetingTime: value })}
          />
        )}
      </Field>
    </div>
  );
}

function Holidays({ workspace }: { workspace: Workspace }) {
  const [update, { loading }] = useMutation(UPDATE_WORKSPACE);
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { holidays } = workspace;
  const keep = async (kept: readonly Holiday[]) => {
    setError(null);
    const input = { holidays: kept.map((one) => ({ day: one.day, name: one.name })) };
    const optimisticResponse = { updateWorkspace: { ...workspace, holidays: [...kept] } };
    await update({ variables: { input }, optimisticResponse });
  };
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const others = holidays.filter((one) => one.day !== date);
    const all = [...others, { __typename: 'Holiday' as const, day: date, name: name.trim() }];
    try {
      await keep(all.toSorted((one, other) => (one.day < other.day ? -1 : 1)));
      setDate('');
      setName('');
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <div className={styles['form']}>
      {holidays.length > 0 && (
        <ul className={styles['list']} aria-label="Holidays">
          {holidays.map((holiday) => (
            <li key={holiday.day} className={styles['row']}>
              <span className={styles['stageName']}>
                {weekdayName(weekdayOf(holiday.day), 'short')}, {day(holiday.day)}
              </span>
              <span className={styles['soft']}>{holiday.name}</span>
              <Button
                look="quiet"
                small
                aria-label={`Take ${holiday.name || holiday.day} out`}
                onClick={() => void keep(holidays.filter((one) => one !== holiday)).catch(sayFailure)}
              >
                Take out
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles['inline']} onSubmit={(event) => void add(event)}>
        <Field label="A day on which nobody works" error={fieldOf(error) === 'holidays' ? sayError(error) : undefined}>
          {(control) => (
            <input {...control} type="date" required value={date} onChange={({ target }) => setDate(target.value)} />
          )}
        </Field>
        <Field label="What it is called" text={name} longest={80}>
          {(control) => <input {...control} required value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
        <Button type="submit" disabled={loading}>
          Add the day
        </Button>
      </form>
      {Boolean(error) && fieldOf(error) !== 'holidays' && (
        <p role="alert" className={styles['problem']}>
          ▲ {sayError(error)}
        </p>
      )}
    </div>
  );
}
