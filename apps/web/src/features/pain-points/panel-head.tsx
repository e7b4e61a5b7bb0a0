import { count, span } from '../../format.js';
import { EditableText } from './editable-text.js';
import styles from './panel-head.module.css';
import { staysOf } from './stays.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What hurts, in one line, and its way from bleeding to fixed. */
export function PanelHead() {
  const { details } = useOpenDetails();
  const { steers } = useRights();
  const { stage, quadrant, closed, mergedInto, confirmed, reopenedCount } = details;
  const fixed = stage.category === 'FIXED';
  const badges = [
    fixed && confirmed && { text: '✓ confirmed fixed', look: styles['healed'] },
    fixed && !confirmed && { text: '◌ fixed, not confirmed yet' },
    !fixed && quadrant === 'QUICK_WIN' && { text: '⚡ quick win', look: styles['quick'] },
    reopenedCount > 0 && { text: `↩ bled again ${count(reopenedCount, 'time')}` },
  ].filter((badge) => badge !== false);
  return (
    <header className={styles['head']}>
      <EditableText field="title" label="Title" editable={steers} className={styles['title']} />
      {badges.length > 0 && (
        <ul className={styles['badges']}>
          {badges.map(({ text, look }) => (
            <li key={text} className={look ?? ''}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {!closed && !mergedInto && <Way />}
    </header>
  );
}

/** Its way between bleeding and fixed, with how long it stood where. */
function Way() {
  const { details } = useOpenDetails();
  const { board, stage, confirmed } = details;
  const at = board.stages.findIndex(({ id }) => id === stage.id);
  const stays = staysOf(details, new Date());
  const now = stage.category === 'BLEEDING' ? 'bleeds' : stage.category === 'FIXED' && confirmed ? 'healed' : 'now';
  return (
    <ol className={styles['way']} aria-label="Its way from bleeding to fixed">
      {board.stages.map(({ id, name }, index) => {
        const days = stays.get(name);
        return (
          <li
            key={id}
            className={index < at ? styles['past'] : index === at ? `${styles['here']} ${styles[now]}` : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            <span>{name}</span>
            {days !== undefined && <span className={styles['days']}>{days < 1 ? 'under a day' : span(days)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
