import { useState } from 'react';
import { instant, span, when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { UNDO_FROM_PANEL } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { sayChange } from './say-change.js';
import { Section } from './section.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';

const SHOWN_FIRST = 8;

/** Who changed what, newest first. A move, an edit and a closing can be taken back. */
export function History() {
  const { details, act } = useOpenDetails();
  const { works } = useRights();
  const [all, setAll] = useState(false);
  const changes = details.history.toReversed();
  const shown = all ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <Section title="History">
      <Stays />
      <ol className={styles['history']}>
        {shown.map((change) => (
          <li key={change.id} className={change.undoneBy ? styles['undone'] : ''}>
            <span>
              <strong>{change.actor?.name ?? 'Stanch'}</strong> {sayChange(change)}
              {change.undoneBy && ` (taken back by ${change.undoneBy.name})`}
              {works && change.visibility === 'INTERNAL' && <span className={styles['faint']}> · among IT</span>}
            </span>
            <time dateTime={change.at} title={instant(change.at)} className={styles['faint']}>
              {when(change.at)}
            </time>
            {works && change.undoable && (
              <Button
                look="quiet"
                small
                aria-label={`Take back: ${sayChange(change)}`}
                onClick={() =>
                  void act({
                    mutation: UNDO_FROM_PANEL,
                    variables: { changeId: change.id },
                    failure: 'It could not be taken back.',
                  })
                }
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ol>
      {changes.length > shown.length && (
        <div>
          <Button look="quiet" small onClick={() => setAll(true)}>
            Show all {changes.length}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface Stay {
  stage: string;
  days: number;
}

/** How long it stood in each stage, from its moves; oldest first. */
export function staysOf(
  { history, raisedAt, stage, closed }: Pick<Details, 'history' | 'raisedAt' | 'stage' | 'closed'>,
  now: Date,
): Stay[] {
  const moves = history.filter(({ kind, from, to }) => kind === 'MOVED' && from !== to);
  const stays: Stay[] = [];
  let since = Date.parse(raisedAt);
  for (const { at, from } of moves) {
    stays.push({ stage: from ?? '', days: (Date.parse(at) - since) / 86_400_000 });
    since = Date.parse(at);
  }
  const until = closed ? Date.parse(closed.at) : now.getTime();
  stays.push({ stage: stage.name, days: Math.max(0, until - since) / 86_400_000 });
  return stays;
}

function Stays() {
  const { details } = useOpenDetails();
  const stays = staysOf(details, new Date());
  const total = stays.reduce((sum, { days }) => sum + days, 0);
  if (stays.length < 2 || total < 0.5) return null;
  return (
    <ol className={styles['stays']} aria-label="How long it stood where">
      {stays.map(({ stage, days }, index) => (
        <li key={index} style={{ flexGrow: Math.max(days / total, 0.08) }} title={`${stage}: ${span(days)}`}>
          <span>{stage}</span>
          <span className={styles['faint']}>{days < 1 ? 'under a day' : span(days)}</span>
        </li>
      ))}
    </ol>
  );
}
