import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { atLeast, useMe } from '../../app/session.js';
import type { BoardQuery, PainPointCardFragment, PainPointFilter } from '../../graphql/generated/types.js';
import { StageMark } from '../../ui/stage-mark.js';
import { sayFailure } from '../../ui/say-failure.js';
import { type Neighbours, type Place, withAt, without } from './arrange-cards.js';
import { MORE_CARDS } from './board.graphql.js';
import { appendCards, knownCard } from './board-cache.js';
import { BoardColumn } from './board-column.js';
import styles from './board-page.module.css';
import { FilterBar } from './filter-bar.js';
import { PainPointCard } from './pain-point-card.js';
import { DragFrame, useBoardDrag } from './use-board-drag.js';
import { useLiveBoard } from './use-live-board.js';
import { tellsWhom, useMovePainPoint } from './use-move-pain-point.js';
import { RaiseBar } from './raise-bar.js';
import { useRaisePainPoint } from './use-raise-pain-point.js';

const WinDialog = lazy(() => import('../wins/win-dialog.js'));

const PAGE = 50;

interface BoardColumnsProps {
  board: BoardQuery['board'];
  filter: PainPointFilter | null;
  refetch: () => void;
}

/** The stages side by side, and everything one does with their cards. */
export function BoardColumns({ board, filter, refetch }: BoardColumnsProps) {
  const { stages, currency } = board;
  const client = useApolloClient();
  const navigate = useNavigate();
  const { role } = useMe();
  const movable = atLeast(role, 'IT');
  const scroller = useRef<HTMLDivElement>(null);
  const [won, setWon] = useState<PainPointCardFragment | null>(null);

  const lanes = useMemo(
    () =>
      stages.map(({ id, name, painPoints }) => ({
        stageId: id,
        name,
        ids: painPoints.nodes.map((node) => node.id),
        total: painPoints.totalCount,
      })),
    [stages],
  );
  const stageIds = useMemo(() => stages.map(({ id }) => id), [stages]);
  const setInAir = useLiveBoard({
    boardId: board.id,
    revision: board.revision,
    stageIds,
    filtered: filter !== null,
    turnsWithTime: filter?.silent === true || filter?.commitmentTimings != null,
    refetch,
  });
  const move = useMovePainPoint(stages);
  const raise = useRaisePainPoint(board.id, stages);

  const onDrop = useCallback(
    (id: string, { stageId }: Pick<Place, 'stageId'>, neighbours: Neighbours) => {
      const before = knownCard(client.cache, id, true);
      void move(id, stageId, neighbours).then((moved) => {
        const to = stages.find((stage) => stage.id === stageId);
        if (moved && before && to?.category === 'FIXED' && before.stage.category !== 'FIXED') setWon(before);
      });
    },
    [client, move, stages],
  );
  const onMenuMove = useCallback(
    (id: string, stageId: string) => {
      const last = lanes.find((lane) => lane.stageId === stageId);
      const first = last?.ids[0];
      onDrop(id, { stageId }, first === undefined ? {} : { beforeId: first });
    },
    [lanes, onDrop],
  );

  const remark = (id: string, from: Place, to: Place) =>
    from.stageId === to.stageId
      ? 'a new order, tells nobody'
      : tellsWhom(knownCard(client.cache, id, true)?.tells ?? 0);
  const drag = useBoardDrag({
    lanes,
    enabled: movable,
    board: scroller,
    titleOf: (id) => knownCard(client.cache, id, true)?.title ?? 'The card',
    remarkOn: remark,
    onHold: setInAir,
    onDrop,
  });
  const { held, place } = drag;
  const flying = held?.by === 'pointer' ? knownCard(client.cache, held.id, true) : null;

  const asking = useRef(new Set<string>());
  const onMore = useCallback(
    (stageId: string) => {
      const lane = stages.find(({ id }) => id === stageId);
      const { hasNextPage, endCursor } = lane?.painPoints.pageInfo ?? {};
      const request = `${stageId} ${endCursor}`;
      if (!hasNextPage || asking.current.has(request)) return;
      asking.current.add(request);
      client
        .query({
          query: MORE_CARDS,
          variables: { filter: { ...filter, stageIds: [stageId] }, first: PAGE, after: endCursor ?? null },
          fetchPolicy: 'network-only',
        })
        .then(({ data }) => {
          if (data) appendCards(client.cache, stageId, filter, data.painPoints);
        })
        .catch(sayFailure)
        .finally(() => asking.current.delete(request));
    },
    [client, stages, filter],
  );

  const open = (key: string) => void navigate(`/board/p/${key}`, { state: { opened: true } });
  return (
    <>
      <div className={styles['bar']}>
        <RaiseBar onRaise={(title, raiser) => raise(title, raiser, open)} />
        <FilterBar />
      </div>
      <StageTabs stages={stages} scroller={scroller} />
      <p id="board-keys" className="unseen">
        Arrow keys go from card to card. Space picks this card up, and the arrow keys then move it.
      </p>
      <p className="unseen" role="status" aria-live="assertive" data-spoken="">
        {drag.spoken}
      </p>
      <DragFrame
        frame={drag.frame}
        flying={flying && <PainPointCard card={flying} currency={currency} look="flying" movable />}
      >
        <div
          ref={scroller}
          className={styles['board']}
          onKeyDown={drag.onKeyDown}
          data-held={held ? '' : undefined}
          data-board={board.id}
        >
          {stages.map((stage, index) => (
            <Lane
              key={stage.id}
              ids={lanes[index]?.ids ?? []}
              heldId={held?.id ?? null}
              heldIndex={held && place?.stageId === stage.id ? place.index : null}
            >
              {(ids) => (
                <BoardColumn
                  stage={stage}
                  ids={ids}
                  total={stage.painPoints.totalCount}
                  hasMore={stage.painPoints.pageInfo.hasNextPage}
                  filtered={filter !== null}
                  currency={currency}
                  movable={movable}
                  held={held}
                  tells={held && place?.stageId === stage.id ? remark(held.id, held.from, place) : null}
                  register={drag.register}
                  onMore={onMore}
                  stages={stages}
                  onMove={onMenuMove}
                />
              )}
            </Lane>
          ))}
        </div>
      </DragFrame>
      {won && (
        <Suspense fallback={null}>
          <WinDialog painPoint={won} tells={won.tells} onClose={() => setWon(null)} />
        </Suspense>
      )}
    </>
  );
}

/** The cards of a stage in the order they are shown: with the held one where it would land. */
function Lane({
  ids,
  heldId,
  heldIndex,
  children,
}: {
  ids: readonly string[];
  heldId: string | null;
  heldIndex: number | null;
  children: (ids: readonly string[]) => React.ReactNode;
}) {
  const shown = useMemo(() => {
    if (heldId === null) return ids;
    if (heldIndex !== null) return withAt(ids, heldId, heldIndex);
    return ids.includes(heldId) ? without(ids, heldId) : ids;
  }, [ids, heldId, heldIndex]);
  return <>{children(shown)}</>;
}

/** On a phone: the stages by name; the one in the middle is marked. */
function StageTabs({
  stages,
  scroller,
}: {
  stages: BoardQuery['board']['stages'];
  scroller: { current: HTMLDivElement | null };
}) {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const board = scroller.current;
    if (!board) return;
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) setCurrent((target as HTMLElement).dataset['stage']);
        }
      },
      { root: board, rootMargin: '0px -49% 0px -49%' },
    );
    for (const column of board.querySelectorAll('[data-stage]')) watch.observe(column);
    return () => watch.disconnect();
  }, [scroller, stages.length]);
  return (
    <nav className={styles['tabs']} aria-label="Stages">
      {stages.map(({ id, name, category, count }) => (
        <button
          key={id}
          type="button"
          aria-current={current === id}
          onClick={() =>
            scroller.current
              ?.querySelector(`[data-stage="${CSS.escape(id)}"]`)
              ?.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' })
          }
        >
          <StageMark category={category} />
          {name} {count}
        </button>
      ))}
    </nav>
  );
}
