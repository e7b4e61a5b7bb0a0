import { Outlet } from 'react-router';
import { useMe } from '../../app/session.js';
import { count, money, number } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { AskedCard } from './asked-card.js';
import type { MyPainPoint, StageStep } from './mine.graphql.js';
import styles from './mine-page.module.css';
import { MyCard, OffCard } from './my-card.js';
import { RaiseMine } from './raise-mine.js';
import { bleedingOf, type Mine, sortMine } from './sort-mine.js';
import { useMine } from './use-mine.js';

/** What a sponsor sees first: where each of their pain points stands, what happened last, what is promised for when. */
export default function MinePage() {
  const me = useMe();
  const { data, error, refetch, more } = useMine();
  const mine = data && sortMine(data.painPoints.nodes);
  return (
    <>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <h1>{me.role === 'SPONSOR' ? `Hello, ${me.name.split(' ')[0]}` : 'My pain points'}</h1>
          <p className={styles['lead']} role="status">
            {mine ? <Summary mine={mine} currency={data.board.currency} /> : error ? '' : 'Reading …'}
          </p>
        </header>
        <RaiseMine />
        {error && !data && (
          <Notice
            kind="heed"
            title="Your pain points could not be read"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {sayError(error)}
          </Notice>
        )}
        {!data && !error && <Ghosts />}
        {mine && data.painPoints.totalCount === 0 && (
          <Notice title="Nothing of yours yet">
            Say above what hurts, in your own words. You are told by mail at every step, and you have the last word on
            whether it is fixed.
          </Notice>
        )}
        {mine && <Lists mine={mine} stages={data.board.stages} currency={data.board.currency} />}
        {more && <Button onClick={more}>Show older ones</Button>}
      </div>
      <Outlet />
    </>
  );
}

function Lists({ mine, stages, currency }: { mine: Mine; stages: readonly StageStep[]; currency: string }) {
  return (
    <>
      {mine.asked.length > 0 && (
        <section className={styles['section']} aria-labelledby="asked">
          <h2 id="asked">Is it fixed? You decide</h2>
          <ul className={styles['list']}>
            {mine.asked.map((one) => (
              <AskedCard key={one.id} painPoint={one} />
            ))}
          </ul>
        </section>
      )}
      <Cards title="Under way" of={mine.underWay} stages={stages} currency={currency} />
      <Cards title="Fixed" of={mine.fixed} stages={stages} currency={currency} />
      {mine.off.length > 0 && (
        <section className={styles['section']} aria-labelledby="off">
          <h2 id="off">No longer on the board</h2>
          <ul className={styles['list']}>
            {mine.off.map((one) => (
              <OffCard key={one.id} painPoint={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Cards({
  title,
  of,
  stages,
  currency,
}: {
  title: string;
  of: MyPainPoint[];
  stages: readonly StageStep[];
  currency: string;
}) {
  if (of.length === 0) return null;
  return (
    <section className={styles['section']} aria-label={title}>
      <h2>
        {title} <span className={styles['count']}>{of.length}</span>
      </h2>
      <ul className={styles['list']}>
        {of.map((one) => (
          <MyCard key={one.id} painPoint={one} stages={stages} currency={currency} />
        ))}
      </ul>
    </section>
  );
}

/** All of it in one sentence. */
function Summary({ mine, currency }: { mine: Mine; currency: string }) {
  const open = mine.asked.length + mine.underWay.length;
  const confirmed = mine.fixed.filter((one) => one.confirmed).length;
  const bleeding = bleedingOf(mine);
  const parts = [
    mine.asked.length > 0 && `${count(mine.asked.length, 'answer')} asked of you`,
    open > 0 && `${number(open, 0)} open${bleeding > 0 ? `, costing about ${money(bleeding, currency)} a week` : ''}`,
    confirmed > 0 && `${number(confirmed, 0)} fixed by your own word`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : 'This is where you see what becomes of what hurts you.';
}

function Ghosts() {
  return (
    <div className={styles['ghosts']} aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
