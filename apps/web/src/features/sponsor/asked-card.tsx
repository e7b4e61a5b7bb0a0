import { count, daysSince } from '../../format.js';
import { ButtonLink } from '../../ui/button.js';
import type { MyPainPoint } from './mine.graphql.js';
import styles from './my-card.module.css';
import { TitleLink } from './my-card.js';

/** One that IT says is done: the sponsor is asked, and either answer is one press away. */
export function AskedCard({ painPoint }: { painPoint: MyPainPoint }) {
  const { id, key, title, enteredStageAt, wins } = painPoint;
  const days = daysSince(enteredStageAt);
  const win = wins.findLast(({ published }) => published);
  const answer = (fixed: boolean) => ({
    to: `/mine/p/${key}`,
    state: { opened: true, fixed },
    preventScrollReset: true,
  });
  return (
    <li className={`${styles['card']} ${styles['asked']}`} data-pain-point={id}>
      <p className={styles['key']}>{key}</p>
      <h3>
        <TitleLink painPoint={painPoint} />
      </h3>
      <p className={styles['promise']}>
        IT says that it is done{days > 0 && `, ${count(days, 'day')} ago`}. Only you can say whether it is.
      </p>
      {win && <p className={styles['win']}>{win.headline}</p>}
      <div className={styles['answers']} role="group" aria-label={`Is it fixed: ${title}`}>
        <ButtonLink look="plain" {...answer(true)}>
          <span aria-hidden="true">✓</span> Yes, it is fixed
        </ButtonLink>
        <ButtonLink look="plain" {...answer(false)}>
          <span aria-hidden="true">●</span> Still bleeding
        </ButtonLink>
      </div>
    </li>
  );
}
