import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { TrustFigure } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Sheet } from '../../ui/sheet.js';
import { type ExplainedFigure, explainFigures } from './explain-figures.js';
import { FigureCards } from './figure-cards.js';
import { Plot } from './plot.js';
import type { PlotInput } from './plot.graphql.js';
import { TRUST_FIGURES } from './trust-figures.graphql.js';
import styles from './trust-figures.module.css';

interface FiguresSheetProps {
  /** The figure that was asked about. */
  first: TrustFigure;
  onClose: () => void;
}

/** All trust figures: how each is computed, and from which pain points. */
export default function FiguresSheet({ first, onClose }: FiguresSheetProps) {
  const { data, error, refetch } = useQuery(TRUST_FIGURES, { fetchPolicy: 'cache-and-network' });
  return (
    <Sheet place="middle" label="Can IT be believed?" onClose={onClose}>
      {!data && error && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {!data && !error && <p role="status">Reading the figures …</p>}
      {data && (
        <dl className={styles['all']}>
          {explainFigures(data.trustFigures, data.workspace.currency).map((figure) => (
            <Figure
              key={figure.behind}
              figure={figure}
              asked={figure.behind === first}
              currency={data.workspace.currency}
              onClose={onClose}
            />
          ))}
        </dl>
      )}
      <ButtonLink to="/plots" onClick={onClose}>
        All plots
      </ButtonLink>
    </Sheet>
  );
}

interface FigureProps {
  figure: ExplainedFigure;
  asked: boolean;
  currency: string;
  onClose: () => void;
}

/** How a figure came about, where a plot shows it. */
const PLOTS: Partial<Record<TrustFigure, PlotInput['kind']>> = {
  KEPT: 'COMMITMENTS_KEPT',
  BLEEDING: 'BLEEDING',
  TIME_TO_FIXED: 'TIME_TO_FIXED',
};

function Figure({ figure: { name, value, more, how, behind }, asked, currency, onClose }: FigureProps) {
  const [open, setOpen] = useState(asked);
  const [drawn, setDrawn] = useState(asked);
  const plot = PLOTS[behind];
  useEffect(() => {
    if (asked) document.getElementById(`figure-${behind}`)?.scrollIntoView({ block: 'start' });
  }, [asked, behind]);
  return (
    <div id={`figure-${behind}`}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {more && <span>{more}</span>}
        <small>{how}</small>
        {plot && (
          <details open={drawn} onToggle={({ currentTarget }) => setDrawn(currentTarget.open)}>
            <summary>
              How it came about<span className="unseen">: {name}</span>
            </summary>
            <div className={styles['plot']}>{drawn && <Plot kind={plot} />}</div>
          </details>
        )}
        <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>
            From which pain points<span className="unseen">: {name}</span>
          </summary>
          {open && <FigureCards figure={behind} currency={currency} onOpen={onClose} />}
        </details>
      </dd>
    </div>
  );
}
