import { useQuery } from '@apollo/client/react';
import { Outlet } from 'react-router';
import { day } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { COMMITMENTS, type GivenPromise, type Overview } from './commitments.graphql.js';
import styles from './commitments-page.module.css';
import { KeptByGroup, KeptRate } from './kept-rate.js';
import { PromiseRow, type Telling } from './promise-row.js';

/** Often enough that a page left open on a screen is never an hour old, in milliseconds. */
const READ_AGAIN = 60_000;

interface ListOfPromises {
  title: string;
  promises: readonly GivenPromise[];
  telling: Telling;
  /** What an empty list means; without it an empty list is not shown. */
  empty?: string;
}

/** What IT has promised: what is due, what is late, what was moved, what was kept, and how often. */
export default function CommitmentsPage() {
  const { data, error, refetch } = useQuery(COMMITMENTS, {
    fetchPolicy: 'cache-and-network',
    pollInterval: READ_AGAIN,
  });
  const overview = data?.commitments;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>Commitments</h1>
        <p className={styles['soft']}>
          A date with a name behind it. It is kept when the card comes to be checked by that day and a sponsor confirms
          it; it is broken the day after.
        </p>
      </header>
      {error && !overview && (
        <Notice
          kind="heed"
          title="The commitments could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      )}
      {!overview && !error && <div className={styles['ghost']} role="status" aria-label="Reading the commitments" />}
      {overview && <Shown overview={overview} />}
      <Outlet />
    </div>
  );
}

function Shown({ overview }: { overview: Overview }) {
  const { rate, thisWeek, from, byBusinessUnit, byService, missed } = overview;
  const lists = listsOf(overview);
  if (rate.due === 0 && lists.every(({ promises }) => promises.length === 0)) {
    return (
      <Notice title="Nothing is promised yet">
        A date is promised on the card of a pain point, under “What is promised”. From then on it stands here.
      </Notice>
    );
  }
  return (
    <div className={styles['columns']}>
      <div className={styles['lists']}>
        {lists.map((list) => (
          <PromiseList key={list.title} {...list} />
        ))}
      </div>
      <aside className={styles['rates']} aria-label="How often promises are kept">
        <KeptRate rate={rate} thisWeek={thisWeek} from={from} />
        <KeptByGroup
          title="By business unit"
          rates={byBusinessUnit}
          missed={missed}
          groupOf={({ businessUnit }) => businessUnit?.name}
        />
        <KeptByGroup title="By service" rates={byService} missed={missed} groupOf={({ service }) => service?.name} />
        {missed.length > 0 && <p className={styles['soft']}>The reasons of the misses stand under “Missed”.</p>}
      </aside>
    </div>
  );
}

function listsOf({ dueThisWeek, later, overdue, moved, kept, missed, from }: Overview): ListOfPromises[] {
  const isDone = ({ commitment }: GivenPromise) => commitment.deliveredOn !== null;
  const atWork = (promises: readonly GivenPromise[]) => promises.filter((promise) => !isDone(promise));
  const nothing = 'Nothing falls due in this week any more.';
  return [
    { title: 'Overdue', promises: overdue, telling: 'late' },
    { title: 'Due this week', promises: atWork(dueThisWeek), telling: 'due', empty: nothing },
    { title: 'Done, its sponsors have the word', promises: [...dueThisWeek, ...later].filter(isDone), telling: 'due' },
    { title: 'Due later', promises: atWork(later), telling: 'due', empty: 'Nothing else is promised.' },
    { title: `Moved since ${day(from)}`, promises: moved, telling: 'reason' },
    { title: `Missed since ${day(from)}`, promises: missed, telling: 'reason' },
    { title: `Kept since ${day(from)}`, promises: kept, telling: 'kept' },
  ];
}

function PromiseList({ title, promises, telling, empty }: ListOfPromises) {
  if (promises.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles['title']}>
        {title} <span className={styles['count']}>{promises.length}</span>
      </h2>
      {promises.length === 0 ? (
        <p className={styles['soft']}>{empty}</p>
      ) : (
        <ul className={styles['list']}>
          {promises.map((promise) => (
            <PromiseRow key={promise.commitment.id} promise={promise} telling={telling} />
          ))}
        </ul>
      )}
    </section>
  );
}
