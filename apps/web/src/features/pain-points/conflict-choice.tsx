import { number } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './conflict-choice.module.css';
import type { Conflict } from './use-edit.js';

const NAMES: Record<string, string> = {
  title: 'Title',
  description: 'The sponsor’s words',
  blocked: 'Blocked',
  blockedReason: 'What blocks it',
  peopleAffected: 'People affected',
  hoursLostPerPersonPerWeek: 'Hours each of them loses',
  directCostPerWeek: 'Paid directly each week',
  effortDays: 'Days of work',
  ownerId: 'Who has it in hand',
  businessUnitId: 'Business unit',
  serviceId: 'Service',
  tags: 'Tags',
};

interface ConflictChoiceProps {
  conflict: Conflict;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** The words for what is stored as an id. */
  nameOf?: (id: string) => string | undefined;
}

/** Two versions of the same words, side by side. Nothing is lost until one was chosen. */
export function ConflictChoice({ conflict, onKeepMine, onTakeTheirs, nameOf }: ConflictChoiceProps) {
  const say = (value: unknown) => inWords(value, nameOf);
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        <strong>▲ Somebody changed this while you did.</strong> Which version shall stand?
      </p>
      {conflict.fields.map((field) => (
        <dl key={field} className={styles['versions']} aria-label={NAMES[field] ?? field}>
          {conflict.fields.length > 1 && <p className={styles['name']}>{NAMES[field] ?? field}</p>}
          <div>
            <dt>Yours</dt>
            <dd>{say(conflict.mine[field as keyof Conflict['mine']])}</dd>
          </div>
          <div>
            <dt>Theirs, as it stands now</dt>
            <dd>{say(conflict.theirs[field])}</dd>
          </div>
        </dl>
      ))}
      <div className={styles['answers']}>
        <Button onClick={onKeepMine}>Let mine stand</Button>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
      </div>
    </div>
  );
}

function inWords(value: unknown, nameOf: ConflictChoiceProps['nameOf']): string {
  if (value === null || value === undefined || value === '') return '(nothing)';
  if (Array.isArray(value)) return value.join(', ') || '(none)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return number(value, 2);
  if (typeof value !== 'string') return '(set)';
  return nameOf?.(value) ?? value;
}
