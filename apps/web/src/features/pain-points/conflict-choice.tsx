import { Button } from '../../ui/button.js';
import type { Conflict } from './use-edit.js';
import styles from './panel.module.css';

const NAMES: Record<string, string> = {
  title: 'Title',
  description: 'In the sponsor’s words',
  blockedReason: 'What blocks it',
  peopleAffected: 'People affected',
  hoursLostPerPersonPerWeek: 'Hours lost',
  directCostPerWeek: 'Direct cost',
  effortDays: 'Effort',
  tags: 'Tags',
};

/** Two versions of the same words, side by side. Nothing is lost until one was chosen. */
export function ConflictChoice({
  conflict,
  onKeepMine,
  onTakeTheirs,
}: {
  conflict: Conflict;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        <strong>▲ Somebody changed this while you were typing.</strong> Which version shall stand?
      </p>
      {conflict.fields.map((field) => (
        <dl key={field} className={styles['versions']}>
          {conflict.fields.length > 1 && <h4>{NAMES[field] ?? field}</h4>}
          <div>
            <dt>Yours</dt>
            <dd>{inWords(conflict.mine[field as keyof Conflict['mine']])}</dd>
          </div>
          <div>
            <dt>Theirs, as it stands now</dt>
            <dd>{inWords(conflict.theirs[field])}</dd>
          </div>
        </dl>
      ))}
      <div className={styles['row']}>
        <Button onClick={onKeepMine}>Let mine stand</Button>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
      </div>
    </div>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)';
  if (Array.isArray(value)) return value.join(', ') || '(none)';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '(set)';
}
