import type { StageCategory } from '../../graphql/generated/types.js';
import { StageMark } from '../../ui/stage-mark.js';
import styles from './stage-path.module.css';

interface Stage {
  id: string;
  name: string;
  category: StageCategory;
}

/** The way from bleeding to fixed, with the present place on it. */
export function StagePath({
  stages,
  here,
  confirmed,
  broughtBy,
  since,
}: {
  stages: readonly Stage[];
  here: Stage;
  confirmed: boolean;
  /** The lead who brought the sponsor's yes, when no sponsor gave it. */
  broughtBy?: string | undefined;
  /** How long it has been here. */
  since?: string;
}) {
  const at = stages.findIndex(({ id }) => id === here.id);
  const healed = here.category === 'FIXED' && confirmed;
  const look = healed ? styles['healed'] : here.category === 'BLEEDING' ? styles['bleeds'] : '';
  const confirmedBy = broughtBy === undefined ? 'confirmed by a sponsor' : `a sponsor’s yes, brought by ${broughtBy}`;
  const word = healed ? confirmedBy : here.category === 'FIXED' ? 'not confirmed yet' : since;
  return (
    <div className={`${styles['path']} ${look}`}>
      <div className={styles['line']} aria-hidden="true">
        {stages.map(({ id, category }, index) => (
          <span key={id} className={index < at ? styles['past'] : index > at ? styles['ahead'] : styles['here']}>
            {index === at && <StageMark category={category} />}
          </span>
        ))}
      </div>
      <p className={styles['word']}>
        <span className="unseen">{`Step ${at + 1} of ${stages.length}: `}</span>
        <strong>{here.name}</strong>
        {word && <span className={styles['since']}> · {word}</span>}
      </p>
    </div>
  );
}
