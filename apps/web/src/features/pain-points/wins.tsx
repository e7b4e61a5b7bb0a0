import { lazy, Suspense, useState } from 'react';
import { count, day, number } from '../../format.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { PUBLISH_WIN } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';

const WinDialog = lazy(() => import('../wins/win-dialog.js'));

/** What got better, and what its sponsors have been told of it. */
export function Wins() {
  const { details, act, refresh } = useOpenDetails();
  const { works } = useRights();
  const [recording, setRecording] = useState(false);
  const { id, key, title, tells, wins, mergedInto } = details;
  if (!works && wins.length === 0) return null;
  const publish = async (winId: string) => {
    const { data } = await act({
      mutation: PUBLISH_WIN,
      variables: { id: winId },
      expect: (state) => ({
        ...state,
        wins: state.wins.map((win) => (win.id === winId ? { ...win, published: true } : win)),
      }),
      failure: 'The win was not published.',
    });
    if (data) say(`The win of ${key} is told to its sponsors.`);
  };
  return (
    <Section
      title="Wins"
      action={
        works && !mergedInto ? (
          <Button look="quiet" small onClick={() => setRecording(true)}>
            Record a win
          </Button>
        ) : null
      }
    >
      {wins.length === 0 && <p className={styles['faint']}>No win is recorded yet.</p>}
      <ul className={styles['wins']}>
        {wins.map((win) => (
          <li key={win.id}>
            <p>
              <strong>{win.headline}</strong>
            </p>
            {win.measure && win.before !== null && win.after !== null && (
              <p>
                {win.measure}: {number(win.before, 2)} → {number(win.after, 2)} {win.unit}
              </p>
            )}
            <p className={styles['faint']}>
              {day(win.achievedOn)} · {win.published ? '◉ its sponsors know' : '◌ among IT'}
            </p>
            {works && !win.published && !win.id.startsWith('new:') && (
              <div className={styles['row']}>
                <Button small onClick={() => void publish(win.id)}>
                  Publish it
                </Button>
                {tells > 0 && <span className={styles['faint']}>tells {count(tells, 'sponsor')}</span>}
              </div>
            )}
          </li>
        ))}
      </ul>
      {recording && (
        <Suspense fallback={null}>
          <WinDialog
            painPoint={{ id, key, title }}
            tells={tells}
            onClose={() => {
              setRecording(false);
              void refresh();
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}
