import { gql, type TypedDocumentNode } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PresentPlotQuery, PresentPlotQueryVariables } from '../../graphql/generated/types.js';
import { heightOfPlot, NARROWEST } from '../meetings/plot-shape.js';
import { useWidth } from '../meetings/use-size.js';
import { useNarrow, useRoomChoices } from './device-choices.js';
import styles from './plot-picture.module.css';
import { useReadAgain } from './use-read-again.js';

const PRESENT_PLOT: TypedDocumentNode<PresentPlotQuery, PresentPlotQueryVariables> = gql`
  query PresentPlot($input: PlotInput!) {
    plot(input: $input) {
      svg
    }
  }
`;

/** The smallest letters of a room, in 1080ths of the height of the picture. */
const SMALLEST = { 4: 28, 6: 42, 8: 56 } as const;

type PlotPictureProps = Pick<
  PresentPlotQueryVariables['input'],
  'kind' | 'boardId' | 'winId' | 'to' | 'filter' | 'choices'
> & {
  /** In 1080ths of the height of the picture; it is drawn for this, so that its letters are as large as all others. */
  width: number;
  /** At most; where a page has less room for it, it is drawn for that. */
  height: number;
  /** When what stands around it was read, where that is read again and again: it is drawn anew with it. */
  readAt?: number;
};

/** A plot as the server draws it, with letters for this room; what it shows is said in the drawing itself. */
export function PlotPicture({ readAt, ...of }: PlotPictureProps) {
  const { room } = useRoomChoices();
  const narrow = useNarrow();
  const [ref, place] = useWidth<HTMLDivElement>();
  const most = useHeightOfPage(ref);
  const canvas = narrow
    ? inHand(of.kind, place)
    : { width: of.width, height: Math.min(of.height, most ?? of.height), textSize: SMALLEST[room] };
  const { width, height, textSize } = canvas;
  const tooLow = !narrow && height < LEAST * textSize && of.kind !== 'BEFORE_AFTER';
  const unknown = tooLow || (narrow ? width < NARROWEST * textSize : most === undefined);
  const { data, previousData, error, refetch } = useQuery(
    PRESENT_PLOT,
    unknown
      ? skipToken
      : {
          variables: { input: { ...of, ...canvas } },
          fetchPolicy: readAt === undefined ? 'cache-first' : 'cache-and-network',
        },
  );
  useReadAgain(readAt, refetch, unknown);
  const plot = (data ?? previousData)?.plot;
  const size = { '--wide': width, '--high': height } as React.CSSProperties;
  return (
    <div ref={ref} className={styles['plot']} style={size}>
      {tooLow ? (
        <p>This plot needs more room than there is for letters of this size. T shows its table.</p>
      ) : plot ? (
        <div dangerouslySetInnerHTML={{ __html: plot.svg }} />
      ) : error ? (
        <p>This plot could not be drawn. Go back and on again to try once more.</p>
      ) : (
        <p className="unseen">Drawing …</p>
      )}
    </div>
  );
}

/** The smallest letters in a hand, in pixels, and how many of them a wide screen has beside each other, as a room has. */
const IN_HAND = { least: 14, abreast: 41 };
/** Two bars need less height. */
const SHARE_OF_BARS = 0.62;

/** In a hand it is drawn for its place, in pixels: the shape of a room would leave its letters too small. */
function inHand(kind: PlotPictureProps['kind'], width: number): { width: number; height: number; textSize: number } {
  const textSize = Math.max(IN_HAND.least, Math.round(width / IN_HAND.abreast));
  const height = kind === 'BEFORE_AFTER' ? Math.round(width * SHARE_OF_BARS) : heightOfPlot(width, textSize);
  return { width, height, textSize };
}

/** Nothing is drawn lower than so many of its letters. */
const LEAST = 12;

/** Heights are taken in steps, so that a hair's breadth draws nothing anew; in 1080ths. */
const STEP = 10;
/** As much stays free at least, in 1080ths: a plot exactly as high as its page is rounded onto a second one. */
const LEFT_OVER = 2;

/** How high the page is in which something stands, in 1080ths of the height of the picture; undefined until it is known. */
function useHeightOfPage(ref: RefObject<HTMLElement | null>): number | undefined {
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    const page = ref.current?.closest('[data-window]');
    const sheet = ref.current?.closest('[data-sheet]');
    if (!page || !sheet) return;
    const measure = () => {
      const high = (page.getBoundingClientRect().height / sheet.getBoundingClientRect().height) * 1080;
      setHeight(Math.floor((high - LEFT_OVER) / STEP) * STEP);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, [ref]);
  return height;
}
