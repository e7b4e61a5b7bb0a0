import { skipToken, useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { type DrawnPlot, PLOT, type PlotInput } from './plot.graphql.js';
import styles from './plot.module.css';
import { heightOfPlot, NARROWEST } from './plot-shape.js';
import { useWidth } from './use-size.js';

/** The smallest text in pixels. */
const TEXT_SIZE = 14;

type PlotProps = Pick<PlotInput, 'kind' | 'boardId' | 'from' | 'to'>;

/** A plot as wide as its place: its finding in words, the table behind it, and how it was computed. */
export function Plot(of: PlotProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const size = { width, height: heightOfPlot(width, TEXT_SIZE), textSize: TEXT_SIZE };
  const { data, previousData, error, refetch } = useQuery(
    PLOT,
    width < NARROWEST * TEXT_SIZE
      ? skipToken
      : { variables: { input: { ...of, ...size } }, fetchPolicy: 'cache-and-network' },
  );
  const plot = (data ?? previousData)?.plot;
  return (
    <div ref={place} className={styles['place']} data-plot={of.kind}>
      {plot && <Drawn plot={plot} />}
      {!plot && !error && (
        <div className={styles['ghost']} style={{ height: size.height }} role="status" aria-label="Drawing the plot" />
      )}
      {!plot && error && (
        <div className={styles['failed']} role="alert">
          <p>This plot could not be drawn. {sayError(error)}</p>
          <Button small onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}

function Drawn({ plot }: { plot: DrawnPlot }) {
  const [asTable, setAsTable] = useState(false);
  const [told, setTold] = useState(false);
  const words = useId();
  const { title, svg, alt, how, table, empty } = plot;
  if (empty) {
    return (
      <section className={styles['empty']} aria-label={title}>
        <p className={styles['title']}>{title}</p>
        <p>{alt}</p>
      </section>
    );
  }
  return (
    <figure className={styles['plot']} aria-labelledby={words}>
      {asTable ? (
        <PlotTable plot={plot} />
      ) : (
        // Drawn by our own server, which lets no text become markup. The caption says what is to be seen.
        <div className={styles['drawing']} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
      )}
      <figcaption id={words}>
        <span className="unseen">{title}: </span>
        {alt}
      </figcaption>
      <div className={styles['more']}>
        {table.rows.length > 0 && (
          <Button small look="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'As a plot' : 'As a table'}
            <span className="unseen">: {title}</span>
          </Button>
        )}
        <Button small look="quiet" aria-expanded={told} onClick={() => setTold(!told)}>
          How it was computed
          <span className="unseen">: {title}</span>
        </Button>
        {told && <p className={styles['how']}>{how}</p>}
      </div>
    </figure>
  );
}

function PlotTable({ plot: { title, table } }: { plot: DrawnPlot }) {
  const [first, ...others] = table.columns;
  return (
    <div className={styles['scroller']} role="region" aria-label={`${title}, as a table`} tabIndex={0}>
      <table className={styles['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column} data-number={/^[^\p{L}]*\d[\d\s.,’']*[^\p{L}]*\p{L}?$/u.test(cell)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
