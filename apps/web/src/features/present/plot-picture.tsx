import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { PresentPlotQuery, PresentPlotQueryVariables } from '../../graphql/generated/types.js';
import { useNarrow, useRoomChoices } from './device-choices.js';
import styles from './plot-picture.module.css';

const PRESENT_PLOT: TypedDocumentNode<PresentPlotQuery, PresentPlotQueryVariables> = gql`
  query PresentPlot($input: PlotInput!) {
    plot(input: $input) {
      svg
    }
  }
`;

/** The smallest letters of a room, in 1080ths of the height of the picture. */
const SMALLEST = { 4: 28, 6: 42, 8: 56 } as const;

type PlotPictureProps = Pick<PresentPlotQueryVariables['input'], 'kind' | 'boardId' | 'winId' | 'to'> & {
  /** In 1080ths of the height of the picture; it is drawn for this, so that its letters are as large as all others. */
  width: number;
  height: number;
};

/** A plot as the server draws it, with letters for this room; what it shows is said in the drawing itself. */
export function PlotPicture(of: PlotPictureProps) {
  const [{ room }] = useRoomChoices();
  const narrow = useNarrow();
  const input = { ...of, textSize: SMALLEST[narrow ? 6 : room] };
  const { data, previousData, error } = useQuery(PRESENT_PLOT, { variables: { input } });
  const plot = (data ?? previousData)?.plot;
  const size = { '--wide': of.width, '--high': of.height } as React.CSSProperties;
  if (!plot) {
    return (
      <p className={styles['plot']} style={size}>
        {error ? (
          'This plot could not be drawn. Go back and on again to try once more.'
        ) : (
          <span className="unseen">Drawing …</span>
        )}
      </p>
    );
  }
  return <div className={styles['plot']} style={size} dangerouslySetInnerHTML={{ __html: plot.svg }} />;
}
