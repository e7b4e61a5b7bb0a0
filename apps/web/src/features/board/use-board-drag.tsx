import { DndContext, DragOverlay, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import * as arrange from './arrange-cards.js';
import type { Lane, Place } from './arrange-cards.js';
import { scrollNearEdge } from './scroll-near-edge.js';

/**
 * Holding a card, by pointer or by keyboard; the only file that knows dnd-kit. dnd-kit says when a pointer takes and
 * drops a card and draws it in between. Where it would land is worked out here, from the order of cards and the heights
 * that the columns know, so that columns may show a few of their thousands of cards and cards may be of any height.
 */

/** A column as the drag needs it: what scrolls, where its list begins, and how high each card is. */
export interface DragColumn {
  scroller: HTMLElement;
  list: HTMLElement;
  gap: number;
  ids(): readonly string[];
  heightOf(id: string): number;
  scrollTo(index: number): void;
}

export interface Held {
  id: string;
  by: 'pointer' | 'keys';
  from: Place;
}

export interface DragLane extends Lane {
  name: string;
  /** All cards of the stage, also those that are not loaded. */
  total: number;
}

interface BoardDrag {
  lanes: readonly DragLane[];
  enabled: boolean;
  /** The whole board, which scrolls sideways. */
  board: { current: HTMLElement | null };
  titleOf(id: string): string;
  /** What is said of a place besides its number, such as who will be told. */
  remarkOn(id: string, from: Place, to: Place): string;
  onHold(inAir: boolean): void;
  onDrop(id: string, place: Place, neighbours: arrange.Neighbours): void;
}

/** Short enough to feel at once, long enough for a swipe to scroll instead. */
const PRESS_MS = 220;

export function useBoardDrag({ lanes, enabled, board, titleOf, remarkOn, onHold, onDrop }: BoardDrag) {
  const [held, setHeld] = useState<Held | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [spoken, setSpoken] = useState('');
  const columns = useRef(new Map<string, DragColumn>());
  const now = useRef({ lanes, place, held });
  useLayoutEffect(() => {
    now.current = { lanes, place, held };
  });

  const register = useCallback((stageId: string, column: DragColumn | null) => {
    if (column) columns.current.set(stageId, column);
    else columns.current.delete(stageId);
  }, []);

  const say = (id: string, at: Place, after = '') => {
    const lane = now.current.lanes.find(({ stageId }) => stageId === at.stageId);
    if (!lane) return;
    const others = lane.total - (lane.ids.includes(id) ? 1 : 0);
    setSpoken(`${titleOf(id)}: place ${at.index + 1} of ${others + 1} in ${lane.name}${after}`);
  };

  const goTo = useCallback((next: Place) => {
    if (arrange.samePlace(now.current.place, next)) return;
    now.current.place = next;
    setPlace(next);
  }, []);

  const take = (id: string, by: Held['by']): boolean => {
    const from = arrange.placeOf(now.current.lanes, id);
    if (!from || !enabled) return false;
    const card: Held = { id, by, from };
    now.current = { ...now.current, held: card, place: from };
    setHeld(card);
    setPlace(from);
    onHold(true);
    say(id, from, by === 'keys' ? '. Held. Arrow keys move it, Space drops it, Escape puts it back.' : '. Held.');
    return true;
  };

  const letGo = useCallback(() => {
    now.current = { ...now.current, held: null, place: null };
    setHeld(null);
    setPlace(null);
    onHold(false);
  }, [onHold]);

  const drop = () => {
    const { held: card, place: at, lanes: all } = now.current;
    if (!card || !at) return;
    if (arrange.samePlace(card.from, at)) {
      cancel();
      return;
    }
    const ids = all.find(({ stageId }) => stageId === at.stageId)?.ids ?? [];
    say(card.id, at, `. Dropped, ${remarkOn(card.id, card.from, at)}.`);
    onDrop(card.id, at, arrange.neighboursAt(ids, card.id, at.index));
    // What was dropped stays where it is until the board shows it there by itself; the next one may be held by then.
    const letThisGo = () => now.current.held === card && letGo();
    requestAnimationFrame(() => requestAnimationFrame(letThisGo));
  };

  const cancel = () => {
    const { held: card } = now.current;
    if (!card) return;
    say(card.id, card.from, '. Back where it was.');
    letGo();
  };

  const pressed = (event: globalThis.KeyboardEvent | KeyboardEvent) => {
    const { held: card, place: at, lanes: all } = now.current;
    if (card?.by !== 'keys' || !at) return;
    const next = arrange.placeByKey(all, card.id, at, event.key);
    if (event.key === ' ' || event.key === 'Enter') drop();
    else if (event.key === 'Escape') cancel();
    else if (next) {
      goTo(next);
      say(card.id, next, `, ${remarkOn(card.id, card.from, next)}`);
    } else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };

  // While held by keys, the board hears them first: the focus may be on its way to another column.
  const latest = useRef({ pressed, cancel });
  useLayoutEffect(() => {
    latest.current = { pressed, cancel };
  });
  const byKeys = held?.by === 'keys';
  useEffect(() => {
    if (!byKeys) return;
    const onKey = (event: globalThis.KeyboardEvent) => latest.current.pressed(event);
    const onPointer = () => latest.current.cancel();
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPointer, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, [byKeys]);

  const heldByKeys = byKeys ? held.id : null;
  const lastByKeys = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = heldByKeys ?? lastByKeys.current;
    lastByKeys.current = heldByKeys;
    if (!id) return;
    const at = place ?? arrange.placeOf(now.current.lanes, id);
    if (at) columns.current.get(at.stageId)?.scrollTo(at.index);
    focusCard(id);
  }, [heldByKeys, place]);

  useFollowPointer(held?.by === 'pointer' ? held.id : null, columns, board, goTo);

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: PRESS_MS, tolerance: 8 } }),
  );

  return {
    held,
    place,
    register,
    spoken,
    /** Space on a card picks it up; the arrow keys go from card to card. */
    onKeyDown(event: KeyboardEvent) {
      const title = (event.target as HTMLElement).closest('[data-title]');
      const id = title?.closest<HTMLElement>('[data-pain-point]')?.dataset['painPoint'];
      if (!id || now.current.held || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === ' ') {
        if (take(id, 'keys')) event.preventDefault();
        return;
      }
      const next = arrange.cardByKey(now.current.lanes, id, event.key);
      if (!next) return;
      event.preventDefault();
      columns.current.get(next.stageId)?.scrollTo(next.index);
      focusCard(next.id);
    },
    frame: {
      sensors,
      autoScroll: false,
      collisionDetection: nothing,
      accessibility: SILENT,
      onDragStart: ({ active }: { active: { id: string | number } }) => void take(String(active.id), 'pointer'),
      onDragEnd: drop,
      onDragCancel: cancel,
    },
  };
}

const nothing = () => [];

/** dnd-kit's own announcements speak of ids; ours speak of names and places. */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};

function focusCard(id: string): void {
  const title = () => document.querySelector<HTMLElement>(`[data-pain-point="${CSS.escape(id)}"] [data-title]`);
  const focus = () => {
    title()?.focus({ preventScroll: true });
    title()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  focus();
  // A card that came to another column is drawn there with the next frame.
  requestAnimationFrame(focus);
}

/** Each frame: which column is under the pointer, which place its height means, and whether something must scroll. */
function useFollowPointer(
  id: string | null,
  columns: { current: Map<string, DragColumn> },
  board: { current: HTMLElement | null },
  goTo: (place: Place) => void,
): void {
  const pointer = useRef({ x: 0, y: 0 });
  useEffect(() => {
    const follow = (event: MouseEvent | TouchEvent) => {
      const { clientX, clientY } = 'touches' in event ? (event.touches[0] ?? { clientX: 0, clientY: 0 }) : event;
      pointer.current = { x: clientX, y: clientY };
    };
    const kinds = ['mousemove', 'mousedown', 'touchmove', 'touchstart'] as const;
    for (const kind of kinds) addEventListener(kind, follow, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, follow, { capture: true });
    };
  }, []);
  useEffect(() => {
    if (id === null) return;
    const card = document.querySelector(`[data-pain-point="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const grip = card ? Math.max(0, Math.min(pointer.current.y - card.top, card.height)) : 0;
    let frame = 0;
    const look = () => {
      frame = requestAnimationFrame(look);
      const { x, y } = pointer.current;
      let nearest: { stageId: string; column: DragColumn; away: number } | null = null;
      for (const [stageId, column] of columns.current) {
        const { left, right } = column.scroller.getBoundingClientRect();
        const away = Math.max(left - x, x - right, 0);
        if (!nearest || away < nearest.away) nearest = { stageId, column, away };
      }
      if (!nearest) return;
      const { stageId, column } = nearest;
      const top = y - grip - column.list.getBoundingClientRect().top;
      goTo({ stageId, index: arrange.indexAtHeight(column.ids(), id, top, column.gap, column.heightOf) });
      scrollNearEdge(column.scroller, 'y', y);
      if (board.current) scrollNearEdge(board.current, 'x', x);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [id, columns, board, goTo]);
}

/** Around the columns: what makes holding by mouse and touch work, and the card in the air. */
export function DragFrame({
  frame,
  flying,
  children,
}: {
  frame: ReturnType<typeof useBoardDrag>['frame'];
  flying: ReactNode;
  children: ReactNode;
}) {
  const calm = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  return (
    <DndContext {...frame}>
      {children}
      <DragOverlay
        style={{ willChange: 'transform' }}
        dropAnimation={calm ? null : { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' }}
      >
        {flying}
      </DragOverlay>
    </DndContext>
  );
}

/** What a card needs to be held by a pointer. */
export function useCardHandle(id: string, disabled: boolean) {
  const { setNodeRef, listeners } = useDraggable({ id, disabled });
  return { ref: setNodeRef, listeners };
}
