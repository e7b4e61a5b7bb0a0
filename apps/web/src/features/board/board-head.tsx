import { lazy, Suspense, useState } from 'react';
import { money } from '../../format.js';
import type { BoardQuery, TrustFigure } from '../../graphql/generated/types.js';
import { lazyScreen } from '../../app/lazy-screen.js';
import { ButtonLink } from '../../ui/button.js';
import { useBoardFilter } from './board-filter.js';
import styles from './board-page.module.css';

const TrustFigures = lazyScreen(() => import('../meetings/trust-figures.js'));
const FiguresSheet = lazy(() => import('../meetings/figures-sheet.js'));

/** What bleeds and what was stopped: the two figures that the programme is about. Each opens to what it is made of. */
export function BoardHead({ board }: { board: BoardQuery['board'] }) {
  const { name, bleedPerWeek, stoppedThisMonth, currency } = board;
  const { search } = useBoardFilter();
  const [opened, setOpened] = useState<TrustFigure>();
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{name}</h1>
      <ButtonLink to={`/present${search}`} className={styles['present']}>
        Present
      </ButtonLink>
      <div className={styles['trust']}>
        <TrustFigures />
      </div>
      <dl className={styles['figures']}>
        <div className={`${styles['figure']} ${bleedPerWeek > 0 ? styles['bleeding'] : ''}`}>
          <dt>bleeding a week, estimated</dt>
          <dd>
            <svg viewBox="0 0 10 14" aria-hidden="true">
              <path d="M5 .5c2 3 4 5.1 4 8a4 4 0 0 1-8 0c0-2.9 2-5 4-8Z" fill="currentColor" />
            </svg>
            <button type="button" aria-haspopup="dialog" onClick={() => setOpened('BLEEDING')}>
              {money(bleedPerWeek, currency)}
              <span className="unseen"> bleeding a week: from which pain points</span>
            </button>
          </dd>
        </div>
        <div className={styles['figure']}>
          <dt>a week stopped this month</dt>
          <dd>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <path d="m1.5 7.5 3.8 3.8L12.5 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
            </svg>
            <button type="button" aria-haspopup="dialog" onClick={() => setOpened('STOPPED_THIS_MONTH')}>
              {money(stoppedThisMonth, currency)}
              <span className="unseen"> a week stopped this month: from which pain points</span>
            </button>
          </dd>
        </div>
      </dl>
      {opened && (
        <Suspense fallback={null}>
          <FiguresSheet first={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </header>
  );
}
