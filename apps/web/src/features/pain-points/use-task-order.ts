import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { PLACE_TASK } from './pain-point-acts.graphql.js';
import { placeAt, placed } from './task-order.js';
import { type Details, useOpenDetails } from './use-details.js';

type Task = Details['tasks'][number];

/** Puts tasks in order, by the arrow keys on a grip or by pulling it with mouse, pen or finger. */
export function useTaskOrder(tasks: readonly Task[]) {
  const { details, act } = useOpenDetails();
  const [air, setAir] = useState<{ id: string; to: number }>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const move = async (task: Task, to: number) => {
    const target = Math.max(0, Math.min(tasks.length - 1, to));
    const next = placed(tasks, task.id, target);
    if (next.every(({ id }, index) => id === tasks[index]?.id)) return;
    setSaid(`${task.title}: place ${target + 1} of ${tasks.length}`);
    const [afterId, beforeId] = [next[target - 1]?.id, next[target + 1]?.id];
    await act({
      mutation: PLACE_TASK,
      variables: {
        input: { id: task.id, painPointId: details.id, ...(afterId ? { afterId } : beforeId ? { beforeId } : {}) },
      },
      expect: (state) => ({ ...state, tasks: placed(state.tasks, task.id, target) }),
      failure: 'The task went back to its place.',
    });
  };

  const heightOf = (event: PointerEvent) => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    return { height: event.clientY, rows: rows.toSorted((one, other) => one.top - other.top) };
  };

  const grip = (task: Task, index: number) => ({
    disabled: task.id.startsWith('new:'),
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setAir({ id: task.id, to: index });
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (air?.id !== task.id) return;
      const { height, rows } = heightOf(event);
      setAir({ id: task.id, to: placeAt(height, rows, air.to) });
    },
    onPointerUp: () => {
      if (air?.id !== task.id) return;
      setAir(undefined);
      void move(task, air.to);
    },
    onPointerCancel: () => setAir(undefined),
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
      if (event.key === 'Escape' && air) {
        event.stopPropagation();
        setAir(undefined);
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        const { currentTarget } = event;
        void move(task, index + (event.key === 'ArrowUp' ? -1 : 1));
        // A row that changes its place loses the focus.
        setTimeout(() => currentTarget.focus());
      } else return;
      event.preventDefault();
    },
  });

  // Rows in the air change places by style alone: one that leaves its place in the page would lose the pointer.
  const order = new Map(air && placed(tasks, air.id, air.to).map(({ id }, index) => [id, index]));
  return { order, held: air?.id, said, list, grip, move };
}
