import { useState } from 'react';
import { Link } from 'react-router';
import { atLeast, useMe } from '../../app/session.js';
import { day } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Quote } from '../../ui/quote.js';
import { ShareWin } from '../pain-points/share.js';
import { sayMeasure } from './say.js';
import type { MyPainPoint } from './sort-mine.js';
import styles from './wins.module.css';

type Win = MyPainPoint['wins'][number];

/** So many wins are shown; older ones stand at their pain points. */
const MOST = 6;

/** What got better for me, the latest first. */
export function Wins({ painPoints }: { painPoints: readonly MyPainPoint[] }) {
  const wins = painPoints
    .filter(({ viewerIsSponsor }) => viewerIsSponsor)
    .flatMap(({ key, wins: theirs }) => theirs.filter(({ published }) => published).map((win) => ({ key, win })))
    .toSorted((one, other) => (one.win.achievedOn < other.win.achievedOn ? 1 : -1));
  const distinct = wins.filter(({ win }, index) => wins.findIndex((other) => other.win.id === win.id) === index);
  if (distinct.length === 0) return null;
  return (
    <aside className={styles['wins']} aria-labelledby="wins">
      <h2 id="wins">What got better</h2>
      <ol>
        {distinct.slice(0, MOST).map(({ key, win }) => (
          <WinItem key={win.id} painPointKey={key} win={win} />
        ))}
      </ol>
    </aside>
  );
}

function WinItem({ painPointKey, win }: { painPointKey: string; win: Win }) {
  const [sharing, setSharing] = useState(false);
  const speaks = atLeast(useMe().role, 'SPONSOR');
  return (
    <li>
      <p className={styles['headline']}>
        <Link to={`/wins/${win.id}`}>{win.headline}</Link>
      </p>
      {sayMeasure(win) && <p className={styles['measure']}>{sayMeasure(win)}</p>}
      {win.quote && <Quote words={win.quote} by={win.quotedBy?.name} />}
      <p className={styles['faint']}>
        {day(win.achievedOn)} ·{' '}
        <Link to={`/mine/p/${painPointKey}`} state={{ opened: true }}>
          {painPointKey}
        </Link>
        {speaks && !sharing && (
          <Button look="quiet" small aria-label={`Share: ${win.headline}`} onClick={() => setSharing(true)}>
            Share
          </Button>
        )}
      </p>
      {sharing && <ShareWin win={win} onDone={() => setSharing(false)} />}
    </li>
  );
}
