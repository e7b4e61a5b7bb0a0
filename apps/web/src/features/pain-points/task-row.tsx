import { useRef, useState } from 'react';
import { day, daysUntil } from '../../format.js';
import type { UpdateTaskInput } from '../../graphql/generated/types.js';
import { Menu } from '../../ui/menu.js';
import { EDIT_TASK } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { type Details, useOpenDetails } from './use-details.js';

export type Task = Details['tasks'][number];

interface TaskRowProps {
  task: Task;
  team: readonly { id: string; name: string }[];
  editable: boolean;
}

/** One task in one line. */
export function TaskRow({ task, team, editable }: TaskRowProps) {
  const { act } = useOpenDetails();
  const [renaming, setRenaming] = useState(false);
  const [blocking, setBlocking] = useState(false);
  const { title, state, assignee, dueOn, blocked, blockedReason, visibility, painPointCount } = task;
  const isNew = task.id.startsWith('new:');
  const done = state === 'DONE';

  const edit = (change: Omit<UpdateTaskInput, 'id' | 'expectedVersion'>, shown: Partial<Task> = {}) =>
    void act({
      mutation: EDIT_TASK,
      variables: { input: { id: task.id, expectedVersion: task.version, ...change } },
      expect: (details) => ({
        ...details,
        tasks: details.tasks.map((one) => (one.id === task.id ? { ...one, ...shown } : one)),
      }),
      failure: `“${title}” was not changed.`,
    });
  const setState = (next: Task['state']) => edit({ state: next }, { state: next });
  const share = visibility === 'SHARED' ? 'INTERNAL' : 'SHARED';

  const late = dueOn !== null && !done && daysUntil(dueOn) < 0;
  const about = [
    state === 'DOING' && 'in work',
    !editable && assignee?.name,
    !editable && dueOn && `due ${day(dueOn)}`,
    late && '▲ late',
    painPointCount > 1 && `treats ${painPointCount} pain points`,
    visibility === 'SHARED' && editable && '◉ sponsors see it',
  ].filter(Boolean);

  return (
    <div className={`${styles['task']} ${done ? styles['doneTask'] : ''}`}>
      <input
        type="checkbox"
        aria-label={`${title}: done`}
        checked={done}
        disabled={!editable || isNew}
        onChange={() => setState(done ? 'TODO' : 'DONE')}
      />
      <div className={styles['taskWords']}>
        {renaming ? (
          <OneLine
            label="Title of the task"
            start={title}
            onDone={(text) => {
              setRenaming(false);
              if (text && text !== title) edit({ title: text }, { title: text });
            }}
          />
        ) : (
          <span className={styles['taskTitle']}>{title}</span>
        )}
        {blocking && (
          <OneLine
            label="What blocks it?"
            start=""
            onDone={(text) => {
              setBlocking(false);
              if (text !== null)
                edit({ blocked: true, blockedReason: text || null }, { blocked: true, blockedReason: text || null });
            }}
          />
        )}
        {blocked && <span className={styles['heed']}>■ blocked{blockedReason && `: ${blockedReason}`}</span>}
        {about.length > 0 && <span className={late ? styles['heed'] : styles['faint']}>{about.join(' · ')}</span>}
      </div>
      {editable && !isNew && (
        <div className={styles['taskTools']}>
          <select
            aria-label={`Who does ${title}`}
            value={assignee?.id ?? ''}
            onChange={(event) => {
              const person = team.find(({ id }) => id === event.target.value);
              edit(
                { assigneeId: person?.id ?? null },
                { assignee: person ? { __typename: 'Person', id: person.id, name: person.name } : null },
              );
            }}
          >
            <option value="">who?</option>
            {assignee && !team.some(({ id }) => id === assignee.id) && (
              <option value={assignee.id}>{assignee.name}</option>
            )}
            {team.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <DueDate key={dueOn} task={task} onSet={(date) => edit({ dueOn: date }, { dueOn: date })} />
          <Menu
            label={`More about ${title}`}
            button={<span aria-hidden="true">⋯</span>}
            items={() => [
              { label: 'Rename', onChoose: () => setRenaming(true) },
              ...(state === 'TODO' ? [{ label: 'Begin', onChoose: () => setState('DOING') }] : []),
              ...(state === 'DOING' ? [{ label: 'Not begun yet', onChoose: () => setState('TODO') }] : []),
              blocked
                ? { label: 'It goes on', onChoose: () => edit({ blocked: false }, { blocked: false }) }
                : { label: 'Blocked …', onChoose: () => setBlocking(true) },
              {
                label: share === 'SHARED' ? 'Share with the sponsors' : 'Keep among IT',
                onChoose: () => edit({ visibility: share }, { visibility: share }),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}

/** A date is sent once it was chosen, not with each figure that is typed. */
function DueDate({ task, onSet }: { task: Task; onSet: (date: string | null) => void }) {
  const [typed, setTyped] = useState(task.dueOn ?? '');
  return (
    <input
      type="date"
      aria-label={`When ${task.title} is due`}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed !== (task.dueOn ?? '') && onSet(typed || null)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

function OneLine({ label, start, onDone }: { label: string; start: string; onDone: (text: string | null) => void }) {
  const left = useRef(false);
  const leave = (text: string | null) => {
    if (left.current) return;
    left.current = true;
    onDone(text);
  };
  return (
    <input
      aria-label={label}
      placeholder={label}
      autoFocus
      defaultValue={start}
      maxLength={200}
      onBlur={(event) => leave(event.currentTarget.value.trim() || null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave(event.currentTarget.value.trim());
        else if (event.key === 'Escape') {
          event.stopPropagation();
          leave(null);
        } else return;
        event.preventDefault();
      }}
    />
  );
}
