import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useFragment } from '@apollo/client/react';
import { money, number } from '../../format.js';
import type { StageHeadFragment } from '../../graphql/generated/types.js';
import { StageMark } from '../../ui/stage-mark.js';
import styles from './board-column.module.css';
import { MoveMenu } from './move-menu.js';
import { PainPointCard } from './pain-point-card.js';
import { PAIN_POINT_CARD } from './pain-point-card.graphql.js';
import { type DragColumn, type Held, useCardHandle } from './use-board-drag.js';
import { tellsWhom } from './use-move-pain-point.js';
import { isBeingRaised } from './use-raise-pain-point.js';

const GAP = 8;
const USUAL_HEIGHT = 124;
const usualHeight = () => USUAL_HEIGHT;
/** So many cards before the end of what is loaded, the next page is asked for. */
const AHEAD = 12;

interface ColumnProps {
  stage: StageHeadFragment;
  /** The cards as they are shown: with the held one where it would land. */
  ids: readonly string[];
  /** How many there are in all under the present filter. */
  total: number;
  hasMore: boolean;
  filtered: boolean;
  currency: string;
  movable: boolean;
  held: Held | null;
  /** Who would be told, while the held card is over this column. */
  tells: string | null;
  register: (stageId: string, column: DragColumn | null) => void;
  onMore: (stageId: string) => void;
  stages: readonly StageHeadFragment[];
  onMove: (id: string, toStageId: string) => void;
}

/** A stage with its cards, of which only those in sight are drawn. */
export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const { stage, ids, total, hasMore, filtered, held, tells, register, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const heldAt = held ? ids.indexOf(held.id) : -1;
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: useCallback(() => scroller.current, []),
    estimateSize: usualHeight,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    gap: GAP,
    overscan: 4,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      // The held card stays drawn wherever its column scrolls: it is what the pointer or the focus holds on to.
      return heldAt < 0 || shown.includes(heldAt) ? shown : [...shown, heldAt].sort((one, other) => one - other);
    },
  });

  const latestIds = useRef(ids);
  useLayoutEffect(() => {
    latestIds.current = ids;
  });
  useLayoutEffect(() => {
    if (!scroller.current || !list.current) return;
    register(stage.id, {
      scroller: scroller.current,
      list: list.current,
      gap: GAP,
      ids: () => latestIds.current,
      heightOf: (id) => virtualizer.itemSizeCache.get(id) ?? USUAL_HEIGHT,
      scrollTo: (index) => virtualizer.scrollToIndex(index),
    });
    return () => register(stage.id, null);
  }, [register, stage.id, virtualizer]);

  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const wantsMore = hasMore && lastShown >= ids.length - AHEAD;
  useEffect(() => {
    if (wantsMore) onMore(stage.id);
  }, [wantsMore, ids.length, onMore, stage.id]);

  return (
    <section
      className={`${styles['column']} ${tells !== null ? styles['target'] : ''} ${held ? styles['moving'] : ''}`}
      data-stage={stage.id}
      aria-labelledby={`stage-${stage.id}`}
    >
      <ColumnHead stage={stage} total={total} filtered={filtered} currency={props.currency} tells={tells} />
      <div ref={scroller} className={styles['scroller']}>
        {ids.length === 0 && !held && (
          <p className={styles['empty']}>{filtered ? 'Nothing here passes the filter.' : EMPTY[stage.category]}</p>
        )}
        <ol ref={list} className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const id = ids[index];
            return (
              id !== undefined && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles['item']}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-posinset={index + 1}
                  aria-setsize={Math.max(total, ids.length)}
                >
                  <BoardCard
                    id={id}
                    currency={props.currency}
                    movable={props.movable}
                    look={held?.id === id ? (held.by === 'keys' ? 'lifted' : 'place') : undefined}
                    stages={props.stages}
                    onMove={props.onMove}
                  />
                </li>
              )
            );
          })}
        </ol>
      </div>
    </section>
  );
});

const EMPTY: Record<StageHeadFragment['category'], string> = {
  BLEEDING: 'Nothing bleeds. Raise a pain point as soon as somebody tells you one.',
  PLANNED: 'Nothing is planned yet. Pull the next quick win here.',
  TREATING: 'Nobody is treating anything at the moment.',
  CHECKING: 'No sponsor is being asked at the moment.',
  FIXED: 'The first win is still to come.',
};

function ColumnHead({
  stage,
  total,
  filtered,
  currency,
  tells,
}: Pick<ColumnProps, 'stage' | 'total' | 'filtered' | 'currency' | 'tells'>) {
  const { id, name, category, wipLimit, count, bleedPerWeek } = stage;
  const over = wipLimit !== null && count > wipLimit;
  const fixed = category === 'FIXED';
  return (
    <header className={styles['head']}>
      <h2 id={`stage-${id}`} className={styles['name']}>
        <StageMark category={category} />
        <span>{name}</span>
        <span className={`${styles['count']} ${over ? styles['over'] : ''}`}>
          {filtered && <>{number(total, 0)} of </>}
          {number(count, 0)}
          {wipLimit !== null && !filtered && <> / {number(wipLimit, 0)}</>}
          {over && <span title={`More than the limit of ${wipLimit}`}> ▲ over</span>}
        </span>
      </h2>
      <p className={`${styles['sum']} ${fixed || bleedPerWeek === 0 ? '' : styles['bleeding']}`}>
        {fixed ? (
          <>
            <strong>{money(bleedPerWeek, currency)}</strong> a week no longer lost
          </>
        ) : (
          <>
            <strong>{money(bleedPerWeek, currency)}</strong> a week
          </>
        )}
      </p>
      {tells !== null && <p className={styles['tells']}>{tells}</p>}
    </header>
  );
}

/** A card with its handle and its menu; it reads its own data, so that a change redraws it alone. */
const BoardCard = memo(function BoardCard({
  id,
  currency,
  movable: may,
  look,
  stages,
  onMove,
}: Pick<ColumnProps, 'currency' | 'movable' | 'stages' | 'onMove'> & {
  id: string;
  look: 'place' | 'lifted' | undefined;
}) {
  const movable = may && !isBeingRaised(id);
  const { data, complete } = useFragment({
    fragment: PAIN_POINT_CARD,
    fragmentName: 'PainPointCard',
    from: { __typename: 'PainPoint', id },
  });
  const { ref, listeners } = useCardHandle(id, !movable);
  const stageId = data?.stage?.id;
  const key = data?.key;
  const tells = tellsWhom(data?.tells ?? 0);
  const menu = useMemo(
    () =>
      movable && key !== undefined && stageId !== undefined ? (
        <MoveMenu painPointKey={key} tells={tells} stageId={stageId} stages={stages} onMove={(to) => onMove(id, to)} />
      ) : null,
    [movable, key, tells, stageId, stages, onMove, id],
  );
  return (
    <div ref={ref} data-pain-point={id} {...listeners}>
      {complete && <PainPointCard card={data} currency={currency} look={look} movable={movable} menu={menu} />}
    </div>
  );
});
