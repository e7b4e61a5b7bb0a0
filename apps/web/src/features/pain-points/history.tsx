import { useState } from 'react';
import { count, instant, when } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './history.module.css';
import { UNDO_FROM_PANEL } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { sayChange } from './say-change.js';
import { Section } from './section.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';

const SHOWN_FIRST = 6;

/** Who changed what, newest first. A move, an edit, a closing and a workaround can be taken back. */
export function History() {
  const { details } = useOpenDetails();
  const [all, setAll] = useState(false);
  const changes = details.history.toReversed();
  const shown = all ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <Section title="What happened">
      <ol className={styles['history']}>
        {shown.map((change) => (
          <Line key={change.id} change={change} />
        ))}
      </ol>
      {changes.length > SHOWN_FIRST && (
        <div>
          <Button look="quiet" small aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show the latest only' : `Show all ${changes.length}`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Line({ change }: { change: Details['history'][number] }) {
  const { details, act } = useOpenDetails();
  const { works } = useRights();
  const { id, at, actor, kind, field, undoneBy, visibility, undoable } = change;
  const { tells } = details;
  const told = tells > 0 && ((kind === 'MOVED' && field === 'stage') || kind === 'CLOSED' || kind === 'WORKAROUND');
  return (
    <li className={undoneBy ? styles['undone'] : ''}>
      <time dateTime={at} title={instant(at)}>
        {when(at)}
      </time>
      <span>
        <strong>{actor?.name ?? 'Stanch'}</strong> {sayChange(change)}
        {undoneBy && <span className={parts['faint']}> · taken back by {undoneBy.name}</span>}
        {works && visibility === 'INTERNAL' && <span className={parts['faint']}> · among IT</span>}
      </span>
      {works && undoable && (
        <Button
          look="quiet"
          small
          title={told ? `Tells ${count(tells, 'sponsor')}` : undefined}
          onClick={() =>
            void act({
              mutation: UNDO_FROM_PANEL,
              variables: { changeId: id },
              expect: (state) => ({
                ...state,
                history: state.history.map((one) => (one.id === id ? { ...one, undoable: false } : one)),
              }),
              failure: 'It could not be taken back.',
            })
          }
        >
          Take back<span className="unseen">: {sayChange(change)}</span>
          {told && <span className={parts['faint']}> · tells {tells}</span>}
        </Button>
      )}
    </li>
  );
}
