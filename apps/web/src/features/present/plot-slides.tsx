import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { PresentTableQuery, PresentTableQueryVariables } from '../../graphql/generated/types.js';
import type { Meeting } from './meeting.graphql.js';
import { Paged } from './paged.js';
import { PlotPicture } from './plot-picture.js';
import styles from './plot-slides.module.css';
import { PlotTable } from './plot-table.js';
import type { View } from './plots.js';
import { type PageOfSlide, Slide } from './slide.js';
import { useReadAgain } from './use-read-again.js';
import { filterOfSlice } from './use-slice.js';

const PRESENT_TABLE: TypedDocumentNode<PresentTableQuery, PresentTableQueryVariables> = gql`
  query PresentTable($input: PlotInput!) {
    plot(input: $input) {
      title
      alt
      how
      table {
        columns
        rows
      }
    }
  }
`;

/** The words alone are asked for: no drawing depends on this size. */
const ANY_SIZE = { width: 1200, height: 700, textSize: 14 };

interface ViewProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  view: View;
  asTable: boolean;
}

/** A plot that has the page for itself, or the table behind it and how it was computed. */
export function ViewSlide({ view, asTable, ...rest }: ViewProps) {
  if (view === 'FORECAST') return <Forecast {...rest} />;
  const { meeting, deep, ...page } = rest;
  const of = {
    kind: view,
    boardId: meeting.board.id,
    to: meeting.endedAt,
    filter: view === 'COMMITMENTS_KEPT' ? null : filterOfSlice(meeting.slice),
    // Drawn is what can be chosen, by the numbers that it has in the list.
    ...(view === 'IMPACT_EFFORT' && { choices: meeting.candidates.map(({ painPointId }) => painPointId) }),
  };
  const again = whenRead(meeting);
  if (asTable) return <Table key={view} {...page} {...again} deep={deep} of={of} over={sayWhose(view, meeting)} />;
  return (
    <Paged {...page}>
      <h1 className="unseen">{NAMES[view]}</h1>
      <PlotPicture {...of} {...again} width={1728} height={800} />
    </Paged>
  );
}

/** What a meeting that runs shows beside itself is read anew with what is done in it. */
export function whenRead({ state, readAt }: Pick<Meeting, 'state' | 'readAt'>): { readAt?: number } {
  return state === 'RUNNING' ? { readAt: Date.parse(readAt) } : {};
}

const NAMES: Record<Exclude<View, 'FORECAST'>, string> = {
  BLEEDING: 'What bled a week over time',
  CUMULATIVE_FLOW: 'How many stood in each stage over time',
  TIME_TO_FIXED: 'How long each took that was confirmed',
  COMMITMENTS_KEPT: 'Commitments kept, week by week',
  AGEING: 'How long what is not fixed has stood in its stage',
  IMPACT_EFFORT: 'What could come next, by impact and effort',
};

/** What a slice of the board does not narrow is said to be of all of it. */
export function sayWhose(view: View, { slice }: Pick<Meeting, 'slice'>): string {
  return slice && (view === 'COMMITMENTS_KEPT' || view === 'FORECAST') ? 'of the whole board' : '';
}

interface TableProps extends PageOfSlide {
  deep: boolean;
  over: string;
  of: Omit<PresentTableQueryVariables['input'], 'width' | 'height'>;
  /** As of a plot. */
  readAt?: number;
}

/** The figures behind a plot, the newest first, and below them how they were computed. */
function Table({ of, over, deep, readAt, ...page }: TableProps) {
  const { data, previousData, error, refetch } = useQuery(PRESENT_TABLE, {
    variables: { input: { ...of, ...ANY_SIZE } },
    fetchPolicy: readAt === undefined ? 'cache-first' : 'cache-and-network',
  });
  useReadAgain(readAt, refetch);
  const plot = (data ?? previousData)?.plot;
  const table = useMemo(() => plot && newestFirst(of.kind, plot.table), [of.kind, plot]);
  if (!plot || !table) {
    return (
      <Slide {...page} deep={deep} title={error ? 'This table could not be read' : 'Reading the table …'}>
        {error && <p className={styles['how']}>Go back and open it again to try once more.</p>}
      </Slide>
    );
  }
  return (
    <Slide {...page} deep={deep} over={over} title={plot.title}>
      {table.rows.length > 0 && <PlotTable table={table} />}
      <div className={styles['words']}>
        <p className={styles['how']}>{plot.alt}</p>
        <p className={styles['how']}>{plot.how}</p>
      </div>
    </Slide>
  );
}

/** Of these each row is a time. */
const IN_TIME: readonly PresentTableQueryVariables['input']['kind'][] = [
  'BLEEDING',
  'CUMULATIVE_FLOW',
  'COMMITMENTS_KEPT',
];

/** What is told in the order of time ends with now; in the room one begins with it. */
function newestFirst<T extends PresentTableQuery['plot']['table']>(kind: (typeof IN_TIME)[number], table: T): T {
  return IN_TIME.includes(kind) ? { ...table, rows: table.rows.toReversed() } : table;
}

/** When it will stop, or why nobody can say; and how it was computed. */
function Forecast({ meeting, deep, ...page }: Omit<ViewProps, 'view' | 'asTable'>) {
  const { forecast } = meeting;
  const whose = sayWhose('FORECAST', meeting);
  return (
    <Slide {...page} deep={deep} over={`when will it stop? ${whose}`} title={forecast.words}>
      <p className={styles['how']}>{forecast.how}</p>
    </Slide>
  );
}
