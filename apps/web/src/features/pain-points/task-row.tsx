import { useRef, useState } from 'react';
import { count, day, daysUntil } from '../../format.js';
import type { UpdateTaskInput } from '../../graphql/generated/types.js';
import { Menu } from '../../ui/menu.js';
import { OneLine } from './one-line.js';
import { EDIT_TASK } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import styles from './tasks.module.css';
import { type Details, useOpenDetails } from './use-details.js';

type Task = Details['tasks'][number];

interface TaskRowProps {
  task: Task;
  team: readonly { id: string; name: string }[];
  editable: boolean;
  onUp?: () => void;
  onDown?: () => void;
}

/** One task: whether it is done, what it is, who does it by when. */
export function TaskRow({ task, team, editable, onUp, onDown }: TaskRowProps) {
  const { act, details } = useOpenDetails();
  const [typing, setTyping] = useState<{ what: 'title' | 'block' | 'url'; text: string }>();
  const own = useRef(0);
  const { id, title, state, assignee, dueOn, url, blocked, blockedReason, visibility, painPointCount } = task;
  const isNew = id.startsWith('new:');
  const done = state === 'DONE';
  const changeable = editable && !isNew;

  const edit = async (change: Omit<UpdateTaskInput, 'id' | 'expectedVersion'>, shown: Partial<Task>) => {
    const { data } = await act({
      mutation: EDIT_TASK,
      inTurn: id,
      // What one did oneself a moment ago is no edit of somebody else.
      variables: () => ({ input: { id, expectedVersion: Math.max(task.version, own.current), ...change } }),
      answered: ({ updateTask }) => (own.current = updateTask.version),
      expect: (now) => ({ ...now, tasks: now.tasks.map((one) => (one.id === id ? { ...one, ...shown } : one)) }),
      failure: `“${title}” was not changed.`,
    });
    return Boolean(data);
  };
  const setState = (next: Task['state']) => void edit({ state: next }, { state: next });
  const shared = visibility === 'SHARED';
  const share = shared ? 'INTERNAL' : 'SHARED';
  const late = dueOn !== null && !done && daysUntil(dueOn) < 0;

  const typed = async (text: string | null) => {
    const what = typing?.what;
    setTyping(undefined);
    if (text === null || (what === 'title' && (!text || text === title)) || (what === 'url' && text === (url ?? '')))
      return;
    const change = {
      title: { title: text },
      block: { blocked: true, blockedReason: text || null },
      url: { url: text || null },
    }[what ?? 'title'];
    const saved = await edit(change, change);
    // What was typed comes back with a refusal.
    if (!saved && what) setTyping({ what, text });
  };

  return (
    <div className={`${styles['task']} ${done ? styles['done'] : ''}`}>
      {editable ? (
        <input
          type="checkbox"
          aria-label={`${title}: done`}
          checked={done}
          disabled={isNew}
          onChange={() => setState(done ? 'TODO' : 'DONE')}
        />
      ) : (
        <span className={styles['mark']}>
          <span aria-hidden="true">{done ? '✓' : '○'}</span>
          <span className="unseen">{done ? 'Done: ' : 'Not done yet: '}</span>
        </span>
      )}
      <div className={styles['words']}>
        {typing?.what === 'title' ? (
          <OneLine label="Title of the task" start={typing.text} onDone={(text) => void typed(text)} />
        ) : (
          <span className={styles['title']}>{title}</span>
        )}
        {typing?.what === 'block' && (
          <OneLine label="What blocks it?" longest={2000} start={typing.text} onDone={(text) => void typed(text)} />
        )}
        {typing?.what === 'url' && (
          <OneLine
            type="url"
            longest={2000}
            label="Address of its ticket, https://…"
            start={typing.text}
            onDone={(text) => void typed(text)}
          />
        )}
        {blocked && <span className={parts['heed']}>■ blocked{blockedReason && `: ${blockedReason}`}</span>}
        <div className={styles['about']}>
          {changeable ? (
            <Assignee
              task={task}
              team={team}
              onSet={(person) => void edit({ assigneeId: person?.id ?? null }, { assignee: person })}
            />
          ) : (
            assignee && <span>{assignee.name}</span>
          )}
          {changeable && (dueOn || !done) ? (
            <DueDate
              key={dueOn}
              task={task}
              late={late}
              onSet={(date) => void edit({ dueOn: date }, { dueOn: date })}
            />
          ) : (
            dueOn && <span className={late ? styles['late'] : ''}>{dueWords(dueOn, late)}</span>
          )}
          {state === 'DOING' && <span>in work</span>}
          {url && /^https?:/i.test(url) && (
            <a href={url} target="_blank" rel="noreferrer">
              ticket<span className="unseen"> of “{title}”, opens in a new tab</span> <span aria-hidden="true">↗</span>
            </a>
          )}
          {editable && shared && (
            <span>
              ◉{' '}
              {done || details.tells === 0
                ? 'sponsors see it'
                : `${count(details.tells, 'sponsor')} ${details.tells === 1 ? 'hears' : 'hear'} when it is done`}
            </span>
          )}
          {painPointCount > 1 && <span>helps {count(painPointCount, 'pain point')}</span>}
        </div>
      </div>
      {changeable && (
        <Menu
          label={`More about “${title}”`}
          button={<span aria-hidden="true">⋯</span>}
          items={() => [
            { label: 'Rename', onChoose: () => setTyping({ what: 'title', text: title }) },
            ...(state === 'TODO' ? [{ label: 'Begin', onChoose: () => setState('DOING') }] : []),
            ...(state === 'DOING' ? [{ label: 'Not begun yet', onChoose: () => setState('TODO') }] : []),
            blocked
              ? { label: 'It goes on', onChoose: () => void edit({ blocked: false }, { blocked: false }) }
              : { label: 'Blocked …', onChoose: () => setTyping({ what: 'block', text: '' }) },
            {
              label: url ? 'Change its ticket …' : 'Link a ticket …',
              onChoose: () => setTyping({ what: 'url', text: url ?? '' }),
            },
            {
              label: shared ? 'Keep it among IT' : 'Let the sponsors see it',
              onChoose: () => void edit({ visibility: share }, { visibility: share }),
            },
            ...(onUp ? [{ label: 'Move up', onChoose: onUp }] : []),
            ...(onDown ? [{ label: 'Move down', onChoose: onDown }] : []),
          ]}
        />
      )}
    </div>
  );
}

function Assignee({
  task: { title, assignee },
  team,
  onSet,
}: Pick<TaskRowProps, 'task' | 'team'> & { onSet: (person: Task['assignee']) => void }) {
  return (
    <select
      aria-label={`Who does “${title}”`}
      className={`${parts['plain']} ${assignee ? '' : styles['unset']}`}
      value={assignee?.id ?? ''}
      onChange={(event) => {
        const person = team.find(({ id }) => id === event.target.value);
        onSet(person ? { __typename: 'Person', id: person.id, name: person.name } : null);
      }}
    >
      <option value="">nobody yet</option>
      {assignee && !team.some(({ id }) => id === assignee.id) && <option value={assignee.id}>{assignee.name}</option>}
      {team.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function dueWords(dueOn: string, late: boolean): string {
  return late ? `▲ was due ${day(dueOn)}` : `due ${day(dueOn)}`;
}

/** A date as a word; a field while it is changed. */
function DueDate({ task, late, onSet }: { task: Task; late: boolean; onSet: (date: string | null) => void }) {
  const { title, dueOn } = task;
  const [typing, setTyping] = useState(false);
  if (!typing) {
    return (
      <button
        type="button"
        className={`${parts['plain']} ${late ? styles['late'] : dueOn ? '' : styles['unset']}`}
        onClick={() => setTyping(true)}
      >
        {dueOn ? dueWords(dueOn, late) : 'no date'}
        <span className="unseen">: change when “{title}” is due</span>
      </button>
    );
  }
  return (
    <OneLine
      type="date"
      label={`When “${title}” is due`}
      start={dueOn ?? ''}
      onDone={(date) => {
        setTyping(false);
        if (date !== null && date !== (dueOn ?? '')) onSet(date || null);
      }}
    />
  );
}
