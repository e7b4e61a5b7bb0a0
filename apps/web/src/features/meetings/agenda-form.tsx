import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { count } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { sayFailure } from '../../ui/say-failure.js';
import { type Agenda, AGENDA, UPDATE_AGENDA } from './meetings.graphql.js';
import styles from './meetings-page.module.css';
import { STEP_WORDS } from './step-words.js';

type Step = Agenda['steps'][number];

/** What the meeting walks through, in which order, and how long each step should take. */
export function AgendaForm({ editable }: { editable: boolean }) {
  const { data, error, refetch } = useQuery(AGENDA);
  return (
    <section className={styles['agenda']} aria-labelledby="agenda">
      <h2 id="agenda" className={styles['title']}>
        Agenda
      </h2>
      {error && !data && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {!data && !error && <Notice>Reading …</Notice>}
      {data && <Steps agenda={data.agenda} editable={editable} />}
    </section>
  );
}

function Steps({ agenda, editable }: { agenda: Agenda; editable: boolean }) {
  const [update] = useMutation(UPDATE_AGENDA);
  const { boardId, steps } = agenda;
  const total = steps.filter(({ on }) => on).reduce((sum, { minutes }) => sum + minutes, 0);
  const keep = (wanted: readonly Step[]) => {
    const input = { boardId, steps: wanted.map(({ kind, on, minutes }) => ({ kind, on, minutes })) };
    const optimisticResponse = { updateAgenda: { ...agenda, steps: [...wanted] } };
    void update({ variables: { input }, optimisticResponse }).catch(sayFailure);
  };
  const change = (kind: Step['kind'], wanted: Partial<Step>) =>
    keep(steps.map((step) => (step.kind === kind ? { ...step, ...wanted } : step)));
  const swap = (at: number, by: 1 | -1) => {
    const wanted = [...steps];
    const [moved] = wanted.splice(at, 1);
    if (moved) wanted.splice(at + by, 0, moved);
    keep(wanted);
  };
  return (
    <>
      <ol className={styles['list']}>
        {steps.map((step, at) => (
          <li key={step.kind} className={styles['step']}>
            <label className={step.on ? styles['on'] : styles['off']}>
              <input
                type="checkbox"
                checked={step.on}
                disabled={!editable}
                onChange={({ target }) => change(step.kind, { on: target.checked })}
              />
              {STEP_WORDS[step.kind]}
            </label>
            <Minutes step={step} editable={editable} onChange={(minutes) => change(step.kind, { minutes })} />
            {editable && (
              <span className={styles['order']}>
                <Button
                  look="quiet"
                  small
                  disabled={at === 0}
                  aria-label={`Earlier: ${STEP_WORDS[step.kind]}`}
                  onClick={() => swap(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  look="quiet"
                  small
                  disabled={at === steps.length - 1}
                  aria-label={`Later: ${STEP_WORDS[step.kind]}`}
                  onClick={() => swap(at, 1)}
                >
                  ↓
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles['soft']}>{count(total, 'minute')} in all. What is off keeps its place.</p>
    </>
  );
}

function Minutes({
  step: { kind, minutes },
  editable,
  onChange,
}: {
  step: Step;
  editable: boolean;
  onChange: (minutes: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = Number(typed);
  const wrong = typed !== null && !(Number.isInteger(value) && value >= 1 && value <= 120);
  if (!editable) return <span className={styles['minutes']}>{minutes} min</span>;
  return (
    <label className={styles['minutes']}>
      <input
        inputMode="numeric"
        aria-label={`Minutes for ${STEP_WORDS[kind]}`}
        aria-invalid={wrong}
        value={typed ?? String(minutes)}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={() => {
          if (wrong || typed === null) return;
          if (value !== minutes) onChange(value);
          setTyped(null);
        }}
      />
      min
      {wrong && (
        <span role="alert" className={styles['problem']}>
          ▲ From 1 to 120.
        </span>
      )}
    </label>
  );
}
