import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ButtonLink } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { explainFigures } from './explain-figures.js';
import { TRUST_FIGURES } from './trust-figures.graphql.js';
import styles from './trust-figures.module.css';

/** They move slowly; an open board shows them anew now and then, in milliseconds. */
const READ_AGAIN = 300_000;

/** Whether IT can be believed: the promises kept, and behind them all the trust figures with how each is computed. */
export default function TrustFigures() {
  const { data } = useQuery(TRUST_FIGURES, { fetchPolicy: 'cache-and-network', pollInterval: READ_AGAIN });
  const [open, setOpen] = useState(false);
  if (!data) return null;
  const { trustFigures, workspace } = data;
  const { kept, due } = trustFigures.kept;
  return (
    <>
      <button type="button" className={styles['figure']} onClick={() => setOpen(true)}>
        <span className={styles['value']}>{due === 0 ? 'none due' : `${kept} of ${due}`}</span>
        <span className={styles['name']}>
          promises kept<span className={styles['weeks']}>, 12 weeks</span>
        </span>
        <span className="unseen">: all trust figures</span>
      </button>
      {open && (
        <Sheet place="middle" label="Can IT be believed?" onClose={() => setOpen(false)}>
          <dl className={styles['all']}>
            {explainFigures(trustFigures, workspace.currency).map(({ name, value, more, how }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <strong>{value}</strong>
                  {more && <span>{more}</span>}
                  <small>{how}</small>
                </dd>
              </div>
            ))}
          </dl>
          <ButtonLink to="/plots" onClick={() => setOpen(false)}>
            See how they came about
          </ButtonLink>
        </Sheet>
      )}
    </>
  );
}
