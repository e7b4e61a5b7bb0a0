import { Link } from 'react-router';
import { count, momentOf } from '../../format.js';
import type { PastMeeting } from './meetings.graphql.js';
import styles from './meetings-page.module.css';

/** One meeting that was held, in a line: when, what came of it, and what bled on that day. */
export function MeetingRow({
  meeting,
  bleeding,
  chosen,
  onChoose,
}: {
  meeting: PastMeeting;
  bleeding: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  const { id, startedAt, startedBy, sinceLast, decisions, actions, trust } = meeting;
  const change = sinceLast.bleedNow - sinceLast.bleedThen;
  const way = change === 0 ? '= as before' : change < 0 ? '↓ less than before' : '↑ more than before';
  return (
    <li className={styles['row']}>
      <input
        type="checkbox"
        checked={chosen}
        onChange={({ target }) => onChoose(target.checked)}
        aria-label={`Compare the meeting of ${momentOf(startedAt)}`}
      />
      <div className={styles['what']}>
        <Link to={`/meetings/${id}`}>{momentOf(startedAt)}</Link>
        <span className={styles['soft']}>
          {[
            startedBy && `led by ${startedBy.name}`,
            count(decisions.length, 'decision'),
            count(actions.length, 'action item'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <dl className={styles['figures']}>
        <div>
          <dt>bleeding a week</dt>
          <dd>{bleeding}</dd>
          <dd className={styles['soft']}>{way}</dd>
        </div>
        <div>
          <dt>promises kept</dt>
          <dd>{trust.due === 0 ? 'none due' : `${trust.kept} of ${trust.due}`}</dd>
        </div>
      </dl>
    </li>
  );
}
