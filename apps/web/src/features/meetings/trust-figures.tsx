import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { TRUST_FIGURES } from './trust-figures.graphql.js';
import styles from './trust-figures.module.css';

const FiguresSheet = lazy(() => import('./figures-sheet.js'));

/** They move slowly; an open board shows them anew now and then, in milliseconds. */
const READ_AGAIN = 300_000;

/** Whether IT can be believed: the promises kept, and behind them all the trust figures with how each is computed. */
export default function TrustFigures() {
  const { data } = useQuery(TRUST_FIGURES, { fetchPolicy: 'cache-and-network', pollInterval: READ_AGAIN });
  const [open, setOpen] = useState(false);
  if (!data) return null;
  const { kept, due } = data.trustFigures.kept;
  return (
    <>
      <button type="button" className={styles['figure']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={styles['value']}>{due === 0 ? 'none due' : `${kept} of ${due}`}</span>
        <span className={styles['name']}>promises kept, 12 weeks</span>
        <span className="unseen">: all trust figures</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <FiguresSheet first="KEPT" onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
