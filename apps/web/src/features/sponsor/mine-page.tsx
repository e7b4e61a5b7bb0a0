import { type ReactNode, useEffect, useState } from 'react';
import { Link, Outlet } from 'react-router';
import { atLeast, useMe } from '../../app/session.js';
import { count, number } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { say } from '../../ui/toasts.js';
import { UnitCostForm } from '../pain-points/unit-cost-form.js';
import { SAY_UNIT_COST } from './mine.graphql.js';
import styles from './mine-page.module.css';
import { Others } from './others.js';
import { AskedItem, PainPointItem } from './pain-point-item.js';
import { Raise } from './raise.js';
import { type MyPainPoint, type Sorted, sortMine } from './sort-mine.js';
import { useJoin } from './use-join.js';
import { useMine } from './use-mine.js';
import { Wins } from './wins.js';

/** What a sponsor sees first: what is asked of them, where each of their pain points stands, and what got better. */
export default function MinePage() {
  const { id: myId, role } = useMe();
  const { mine, error, changed, act, refresh } = useMine();
  const speaks = atLeast(role, 'SPONSOR');
  const [sizing, setSizing] = useState<{ id: string; joined: boolean }>();
  const join = useJoin(act, myId, (id) => setSizing({ id, joined: true }));
  useEffect(() => {
    const before = document.title;
    document.title = 'My pain points · Stanch';
    return () => {
      document.title = before;
    };
  }, []);

  const sorted = mine && sortMine(mine.painPoints);
  const nothing = sorted !== undefined && Object.values(sorted).every((some: MyPainPoint[]) => some.length === 0);
  const items = (some: readonly MyPainPoint[]) =>
    some.map((one) => (
      <PainPointItem
        key={one.id}
        painPoint={one}
        stages={mine?.board.stages ?? []}
        myId={myId}
        fresh={changed.has(one.id)}
      >
        {one.id === sizing?.id && (
          <UnitCostForm
            painPoint={one}
            reveal={sizing.joined}
            onDone={() => setSizing(undefined)}
            onSay={async (figures) => {
              const input = { painPointId: one.id, ...figures };
              await act({ mutation: SAY_UNIT_COST, variables: { input }, expect: (state) => state });
              say(`Thank you. ${one.key} now says what it costs you.`);
            }}
          />
        )}
      </PainPointItem>
    ));

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>My pain points</h1>
        {sorted && !nothing && <p className={styles['soft']}>{sayWhole(sorted)}</p>}
        {Boolean(error) && mine && (
          <p className={styles['old']} role="status">
            ▲ This may be old. {sayError(error)}{' '}
            <Button look="quiet" small onClick={() => void refresh()}>
              Try again
            </Button>
          </p>
        )}
      </header>
      {!mine && !error && <Ghosts />}
      {!mine && Boolean(error) && (
        <Notice
          kind="heed"
          title="Your pain points could not be read"
          action={<Button onClick={() => void refresh()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      )}
      {sorted && (
        <div className={styles['columns']}>
          <div className={styles['main']}>
            {sorted.asked.length > 0 && (
              <Part title="Is it fixed? You decide" count={sorted.asked.length}>
                {sorted.asked.map((one) => (
                  <AskedItem key={one.id} painPoint={one} myId={myId} fresh={changed.has(one.id)} act={act} />
                ))}
              </Part>
            )}
            {speaks && <Raise act={act} onRaised={(id) => setSizing({ id, joined: false })} onJoin={join} />}
            {nothing && <Nothing speaks={speaks} />}
            <Part title="Not fixed yet" count={sorted.onTheWay.length}>
              {items(sorted.onTheWay)}
            </Part>
            {speaks && <Others mine={mine.painPoints} onJoin={(one) => void join(one)} />}
            <Part title="Fixed" count={sorted.fixed.length}>
              {items(sorted.fixed)}
            </Part>
            <Part title="Off the board" count={sorted.offTheBoard.length}>
              {items(sorted.offTheBoard)}
            </Part>
            <Part title="In your hands" count={sorted.inMyHands.length}>
              {items(sorted.inMyHands)}
            </Part>
            {mine.total > mine.painPoints.length && (
              <p className={styles['soft']}>
                These are the latest {number(mine.painPoints.length)} of {number(mine.total)}.{' '}
                <Link to="/board?mine=yes">The board shows all of them.</Link>
              </p>
            )}
          </div>
          <Wins painPoints={mine.painPoints} />
        </div>
      )}
      <Outlet />
    </div>
  );
}

function Part({ title, count: many, children }: { title: string; count: number; children: ReactNode }) {
  if (many === 0) return null;
  const id = `part-${title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className={styles['many']}>{many}</span>
      </h2>
      <ul className={styles['list']}>{children}</ul>
    </section>
  );
}

function Nothing({ speaks }: { speaks: boolean }) {
  return (
    <Notice
      title={speaks ? 'Nothing of yours yet' : 'You look on here'}
      action={<ButtonLink to="/board">See what others raised</ButtonLink>}
    >
      {speaks
        ? 'Say above what IT delivers, or fails to, that hurts your work. You are told of every step, and you alone say when it is fixed.'
        : 'Only sponsors raise and join pain points. The board shows where all of them stand.'}
    </Notice>
  );
}

/** Where it all stands, in a sentence. */
function sayWhole({ asked, onTheWay, fixed, inMyHands }: Sorted): string {
  const bleeding = onTheWay.filter(({ stage }) => stage.category === 'BLEEDING').length;
  const treated = onTheWay.length - bleeding;
  const parts = [
    asked.length > 0 && `${asked.length} ${asked.length === 1 ? 'waits' : 'wait'} for your answer`,
    bleeding > 0 && `${bleeding} ${bleeding === 1 ? 'is' : 'are'} bleeding`,
    treated > 0 && `${treated} ${treated === 1 ? 'is' : 'are'} on the way`,
    fixed.length > 0 && `${fixed.length} ${fixed.length === 1 ? 'is' : 'are'} fixed`,
    inMyHands.length > 0 &&
      `${count(inMyHands.length, 'pain point')} of others ${inMyHands.length === 1 ? 'is' : 'are'} in your hands`,
  ].filter((part) => part !== false);
  const sentence = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
  return sentence === '' ? 'None of yours is on the board now.' : `${sentence}.`;
}

function Ghosts() {
  return (
    <div className={styles['ghosts']} role="status">
      <span className="unseen">Reading your pain points …</span>
      {Array.from({ length: 3 }, (_, index) => (
        <span key={index} className={styles['ghost']} aria-hidden="true" />
      ))}
    </div>
  );
}
