import { useQuery } from '@apollo/client/react';
import { type DragEvent, useRef, useState } from 'react';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/use-draft.js';
import { PANEL_CHOICES } from './pain-point.graphql.js';
import { ADD_TASK, PLACE_TASK } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { type Task, TaskRow } from './task-row.js';
import { useOpenDetails, useRights } from './use-details.js';

/** The work that treats it: add by a title and Enter, tick, give away, date, put in order. */
export function Tasks() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const { tasks } = details;
  const done = tasks.filter(({ state }) => state === 'DONE').length;
  if (!works && tasks.length === 0) return null;
  return (
    <Section title="Work on it" note={tasks.length > 0 ? `${done} of ${tasks.length} done` : undefined}>
      {tasks.length === 0 && <p className={styles['faint']}>Nothing is planned yet. What would be the first step?</p>}
      <TaskList movable={works} />
      {works && <AddTask />}
    </Section>
  );
}

/** Puts a task beside another one in the order of this pain point. */
export function placed(tasks: readonly Task[], id: string, to: number): Task[] {
  const task = tasks.find((one) => one.id === id);
  if (!task) return [...tasks];
  return tasks.filter((one) => one !== task).toSpliced(to, 0, task);
}

function TaskList({ movable }: { movable: boolean }) {
  const { details, act } = useOpenDetails();
  const { data } = useQuery(PANEL_CHOICES, { skip: !movable });
  const [held, setHeld] = useState<string>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const { id: painPointId, tasks } = details;

  const place = async (task: Task, to: number) => {
    const target = Math.max(0, Math.min(tasks.length - 1, to));
    const next = placed(tasks, task.id, target);
    if (next.every(({ id }, index) => id === tasks[index]?.id)) return;
    setSaid(`${task.title}: place ${target + 1} of ${tasks.length}`);
    const [afterId, beforeId] = [next[target - 1]?.id, next[target + 1]?.id];
    await act({
      mutation: PLACE_TASK,
      variables: { input: { id: task.id, painPointId, ...(afterId ? { afterId } : beforeId ? { beforeId } : {}) } },
      expect: (state) => ({ ...state, tasks: placed(state.tasks, task.id, target) }),
      failure: 'The task was not moved.',
    });
    list.current?.querySelector<HTMLElement>(`[data-grip="${task.id}"]`)?.focus();
  };

  const over = (event: DragEvent<HTMLElement>) => {
    const task = tasks.find(({ id }) => id === held);
    if (!task || !movable) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  };

  return (
    <>
      <ol ref={list} className={styles['tasks']}>
        {tasks.map((task, index) => (
          <li
            key={task.id}
            className={held === task.id ? styles['heldTask'] : ''}
            draggable={movable && held === task.id}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', task.title)}
            onDragEnd={() => setHeld(undefined)}
            onDragOver={over}
            onDrop={(event) => {
              event.preventDefault();
              const dropped = tasks.find(({ id }) => id === held);
              if (dropped) void place(dropped, index);
              setHeld(undefined);
            }}
          >
            {movable && (
              <button
                type="button"
                data-grip={task.id}
                className={styles['grip']}
                aria-label={`Place of ${task.title}: ${index + 1} of ${tasks.length}. Arrow up and down move it.`}
                onPointerDown={() => setHeld(task.id)}
                onPointerUp={() => setHeld(undefined)}
                onKeyDown={(event) => {
                  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                  if (by === undefined) return;
                  event.preventDefault();
                  void place(task, index + by);
                }}
              >
                <span aria-hidden="true">⠿</span>
              </button>
            )}
            <TaskRow task={task} team={data?.team.nodes ?? []} editable={movable} />
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}

function AddTask() {
  const { details, act } = useOpenDetails();
  const [title, write, forget] = useDraft(`task:${details.id}`);
  const add = async () => {
    const wanted = title.trim();
    if (!wanted) return;
    forget();
    const key = idempotencyKey();
    const { error } = await act({
      mutation: ADD_TASK,
      variables: { input: { title: wanted, painPointIds: [details.id], idempotencyKey: key } },
      expect: (state) => ({
        ...state,
        tasks: [
          ...state.tasks,
          {
            __typename: 'RemediationTask',
            id: `new:${key}`,
            title: wanted,
            state: 'TODO',
            assignee: null,
            dueOn: null,
            url: null,
            blocked: false,
            blockedReason: null,
            version: 0,
            visibility: 'INTERNAL',
            painPointCount: 1,
          },
        ],
      }),
      failure: `The task “${wanted}” was not added.`,
    });
    // What was typed comes back with a refusal.
    if (error) write(wanted);
  };
  return (
    <form
      className={styles['addRow']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        aria-label="Add a task"
        placeholder="Add a task, then Enter"
        maxLength={200}
        value={title}
        onChange={(event) => write(event.target.value)}
      />
      {title.trim() && (
        <Button type="submit" small>
          Add
        </Button>
      )}
    </form>
  );
}
