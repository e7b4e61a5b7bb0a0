import { Link } from 'react-router';
import { money, when } from '../../format.js';
import type { MyPainPoint, StageStep } from './mine.graphql.js';
import styles from './my-card.module.css';
import { sayPromise } from './say-promise.js';
import { StagePath } from './stage-path.js';

/** The title of a pain point; it opens it over this page. */
export function TitleLink({ painPoint: { key, title } }: { painPoint: Pick<MyPainPoint, 'key' | 'title'> }) {
  return (
    <Link className={styles['title']} to={`/mine/p/${key}`} state={{ opened: true }} preventScrollReset>
      {title}
    </Link>
  );
}

/** One of my pain points: where it stands, what happened last, what is promised. */
export function MyCard({
  painPoint,
  stages,
  currency,
}: {
  painPoint: MyPainPoint;
  stages: readonly StageStep[];
  currency: string;
}) {
  const { key, stage, confirmed, bleedPerWeek, blocked, latestNews, wins } = painPoint;
  const fixed = stage.category === 'FIXED';
  const promise = sayPromise(painPoint);
  const win = wins.findLast(({ published }) => published);
  return (
    <li className={styles['card']} data-pain-point={painPoint.id}>
      <p className={styles['key']}>
        {key}
        {!fixed && bleedPerWeek > 0 && (
          <span className={styles['bleed']}>
            <svg viewBox="0 0 10 14" width="8" height="11" aria-hidden="true">
              <path d="M5 0.5c2 3 4 5.1 4 8a4 4 0 0 1-8 0c0-2.9 2-5 4-8Z" fill="currentColor" />
            </svg>
            {money(bleedPerWeek, currency)} a week
          </span>
        )}
      </p>
      <h3>
        <TitleLink painPoint={painPoint} />
      </h3>
      {fixed ? (
        <p className={confirmed ? styles['healed'] : styles['soft']}>
          {confirmed ? '✓ Confirmed fixed' : '○ Fixed, says IT; not confirmed yet'}
        </p>
      ) : (
        <StagePath stages={stages} at={stage} />
      )}
      {win && <p className={styles['win']}>{win.headline}</p>}
      {blocked && <p className={styles['heed']}>■ Held up at the moment.</p>}
      {!fixed && (
        <p className={promise.heed ? styles['heed'] : styles['promise']}>
          {promise.heed && <span aria-hidden="true">▲ </span>}
          {promise.text}
        </p>
      )}
      {latestNews && (
        <p className={styles['news']}>
          <time dateTime={latestNews.at}>{when(latestNews.at)}</time> {sayNews(latestNews)}
        </p>
      )}
    </li>
  );
}

/** What happened last, with who did it where the words do not say so themselves. */
function sayNews({ text, by }: NonNullable<MyPainPoint['latestNews']>): string {
  return by && !text.includes(by.name) ? `${text}, by ${by.name}` : text;
}

/** One that left the board: why, or where it goes on. */
export function OffCard({ painPoint }: { painPoint: MyPainPoint }) {
  const { key, closed, mergedInto } = painPoint;
  return (
    <li className={styles['card']} data-pain-point={painPoint.id}>
      <p className={styles['key']}>{key}</p>
      <h3>
        <TitleLink painPoint={painPoint} />
      </h3>
      {mergedInto ? (
        <p className={styles['promise']}>
          It goes on together with {mergedInto.key}, “{mergedInto.title}”; you stand behind that one too.
        </p>
      ) : (
        closed && (
          <p className={styles['promise']}>
            {closed.as === 'PARKED' ? 'Parked' : 'Declined'}: {closed.reason}
          </p>
        )
      )}
    </li>
  );
}
