import { StageMark } from '../../ui/stage-mark.js';
import type { StageStep } from './mine.graphql.js';
import styles from './stage-path.module.css';

/** How far a pain point has come, as a short way of which it has walked a part. */
export function StagePath({ stages, at }: { stages: readonly StageStep[]; at: StageStep }) {
  const here = stages.findIndex(({ id }) => id === at.id);
  return (
    <div className={styles['path']}>
      <span className={styles['steps']} aria-hidden="true">
        {stages.map(({ id }, index) => (
          <span key={id} className={index < here ? styles['walked'] : index === here ? styles['here'] : ''} />
        ))}
      </span>
      <span className={styles['name']}>
        <StageMark category={at.category} />
        {at.name}
        <span className="unseen">
          : step {here + 1} of {stages.length}
        </span>
      </span>
    </div>
  );
}
