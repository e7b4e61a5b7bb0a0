import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FORECAST } from './plot.graphql.js';
import { Plot } from './plot.js';
import { PLOT_KINDS } from './plot-kinds.js';
import styles from './plots-page.module.css';

const DAY = 86_400_000;

/** The times one may look at; without days, the trailing twelve weeks of the trust figures. */
const TIMES: readonly (readonly [name: string, days: number | null])[] = [
  ['12 weeks', null],
  ['26 weeks', 182],
  ['A year', 364],
];

/** All plots of the programme, for whoever looks from a desk or a phone. */
export default function PlotsPage() {
  const [days, setDays] = useState<number | null>(null);
  // As of when the page was opened: a plot that moved with the clock would be asked for again and again.
  const [opened] = useState(() => Date.now());
  const from = days === null ? null : new Date(opened - days * DAY).toISOString();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>Plots</h1>
        <p className={styles['soft']}>
          Of the programme, never of a person, from what was recorded. Each says how it was computed and has a table
          behind it.
        </p>
        <Forecast />
      </header>
      <fieldset className={styles['times']}>
        <legend className="unseen">How far back</legend>
        {TIMES.map(([name, back]) => (
          <label key={name}>
            <input type="radio" name="time" checked={days === back} onChange={() => setDays(back)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className={styles['plots']}>
        {PLOT_KINDS.map((kind) => (
          <section key={kind} className={styles['plot']}>
            <Plot kind={kind} from={from} />
          </section>
        ))}
      </div>
    </div>
  );
}

/** When it will stop, or why nobody can say. */
function Forecast() {
  const { data } = useQuery(FORECAST, { fetchPolicy: 'cache-and-network' });
  if (!data) return null;
  const { words, how } = data.forecast;
  return (
    <details className={styles['forecast']}>
      <summary>
        <span className={styles['question']}>When will it stop?</span> {words}
      </summary>
      <p className={styles['soft']}>{how}</p>
    </details>
  );
}
