import { useQuery } from '@apollo/client/react';
import { Outlet } from 'react-router';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { BOARD } from './board.graphql.js';
import { BoardColumns } from './board-columns.js';
import { useBoardFilter } from './board-filter.js';
import { BoardHead } from './board-head.js';
import styles from './board-page.module.css';

/** Enough for the first picture of any screen; the rest comes as one scrolls. */
const FIRST_CARDS = 30;

/** The board: every pain point in its stage. */
export default function BoardPage() {
  const { filter } = useBoardFilter();
  const { data, previousData, error, refetch } = useQuery(BOARD, { variables: { filter, first: FIRST_CARDS } });
  const board = (data ?? previousData)?.board;
  return (
    <>
      <div className={styles['page']}>
        {board ? (
          <>
            <BoardHead board={board} />
            <BoardColumns board={board} filter={filter} refetch={() => void refetch()} />
          </>
        ) : error ? (
          <Notice
            kind="heed"
            title="The board could not be read"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {sayError(error)}
          </Notice>
        ) : (
          <Loading />
        )}
      </div>
      <Outlet />
    </>
  );
}

function Loading() {
  return (
    <>
      <header className={styles['head']}>
        <h1 className={styles['title']} role="status">
          Reading the board …
        </h1>
      </header>
      <div className={styles['bar']} />
      <div className={styles['board']} aria-hidden="true">
        {[3, 2, 3, 1, 2].map((cards, column) => (
          <div key={column} className={styles['ghost']}>
            {Array.from({ length: cards }, (_, card) => (
              <span key={card} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
