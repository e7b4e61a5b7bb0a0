import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Button } from '../../ui/button.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { hasDraft, useDraft } from '../../ui/use-draft.js';
import { PANEL_CHOICES } from './pain-point.graphql.js';
import { ADD_TASK } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Section } from './section.js';
import { TaskRow } from './task-row.js';
import styles from './tasks.module.css';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { useTaskOrder } from './use-task-order.js';

/** The work that treats it: add by a title and Enter, tick, give away, date, put in order. */
export function Tasks() {
  const { details } = useOpenDetails();
  const { steers } = useRights();
  const { tasks } = details;
  const done = tasks.filter(({ state }) => state === 'DONE').length;
  if (!steers && tasks.length === 0) return null;
  return (
    <Section title="Work on it" note={tasks.length > 0 ? `${done} of ${tasks.length} done` : undefined}>
      {tasks.length === 0 && <p className={parts['faint']}>No step is planned yet. What would be the first?</p>}
      {tasks.length > 0 && <TaskList editable={steers} />}
      {steers && <AddTask />}
    </Section>
  );
}

function TaskList({ editable }: { editable: boolean }) {
  const { tasks } = useOpenDetails().details;
  const { data } = useQuery(PANEL_CHOICES, { skip: !editable });
  const { order, held, said, list, grip, move } = useTaskOrder(tasks);
  const movable = editable && tasks.length > 1;
  return (
    <>
      <ol ref={list} className={styles['tasks']}>
        {tasks.map((task, index) => (
          <li
            key={task.id}
            data-task={task.id}
            className={held === task.id ? styles['held'] : ''}
            style={{ order: order.get(task.id) }}
          >
            {movable && (
              <button
                type="button"
                className={styles['grip']}
                aria-label={`Place of “${task.title}”: ${index + 1} of ${tasks.length}. Arrow up and arrow down move it.`}
                {...grip(task, index)}
              >
                <svg viewBox="0 0 10 16" width="8" height="13" aria-hidden="true">
                  <path
                    d="M2.5 3h.01M7.5 3h.01M2.5 8h.01M7.5 8h.01M2.5 13h.01M7.5 13h.01"
                    stroke="currentColor"
                    strokeWidth="2.2"
                    strokeLinecap="round"
                  />
                </svg>
              </button>
            )}
            <TaskRow
              task={task}
              team={data?.team.nodes ?? []}
              editable={editable}
              {...(movable && index > 0 && { onUp: () => void move(task, index - 1) })}
              {...(movable && index < tasks.length - 1 && { onDown: () => void move(task, index + 1) })}
            />
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** So many letters of its title fit. */
const LONGEST = 200;

function AddTask() {
  const { details, act } = useOpenDetails();
  const name = `task:${details.id}`;
  const [title, write, forget] = useDraft(name);
  const failed = useRef<{ title: string; key: string }>(undefined);
  const add = async (wanted: string, key: string) => {
    const added: Details['tasks'][number] = {
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
    };
    const known = new Set(details.tasks.map(({ id }) => id));
    const { error } = await act({
      mutation: ADD_TASK,
      variables: { input: { title: wanted, painPointIds: [details.id], idempotencyKey: key } },
      // Steps stand in the order in which they were typed, however slow the network is.
      inTurn: 'tasks',
      // Another task that was added meanwhile may have brought this one with it.
      expect: (state) =>
        state.tasks.some((task) => task.title === wanted && !known.has(task.id))
          ? state
          : { ...state, tasks: [...state.tasks, added] },
      failure: `The task “${wanted}” was not added.`,
      again: () => {
        forget();
        void add(wanted, key);
      },
    });
    // The same words again are the same step, should the server have heard them after all.
    failed.current = error ? { title: wanted, key } : undefined;
    // What was typed comes back with a refusal, unless the next one is being typed already.
    if (error && !hasDraft(name)) write(wanted);
  };
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = title.trim();
        if (!wanted) return;
        forget();
        void add(wanted, failed.current?.title === wanted ? failed.current.key : idempotencyKey());
      }}
    >
      <input
        aria-label="Add a task"
        placeholder="Add a step, then Enter"
        aria-invalid={isTooLong(title, LONGEST) || undefined}
        value={title}
        onChange={(event) => write(event.target.value)}
      />
      {title.trim() && (
        <Button type="submit" small>
          Add
        </Button>
      )}
      <Fits text={title} longest={LONGEST} />
    </form>
  );
}
