import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useMe, useSession } from '../../app/session.js';
import { count, shortMoney } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { StageMark } from '../../ui/stage-mark.js';
import { OTHERS } from './mine.graphql.js';
import styles from './others.module.css';
import type { MyPainPoint } from './sort-mine.js';

/** So many are shown before one asks for more. */
const AT_FIRST = 4;

interface OthersProps {
  /** What I stand behind already; it changes when I join one. */
  mine: readonly MyPainPoint[];
  onJoin: (painPoint: MyPainPoint) => void;
}

/** What hurts others and may hurt me too: those of my own unit first, then what bleeds most. */
export function Others({ mine, onJoin }: OthersProps) {
  const client = useApolloClient();
  const { setup } = useSession();
  const unitId = useMe().businessUnit?.id;
  const [found, setFound] = useState<readonly MyPainPoint[]>();
  const [error, setError] = useState<unknown>();
  const [all, setAll] = useState(false);

  const read = useCallback(async () => {
    try {
      const { data } = await client.query({ query: OTHERS, fetchPolicy: 'no-cache' });
      setFound(data?.painPoints.nodes ?? []);
      setError(undefined);
    } catch (failure) {
      setError(failure);
    }
  }, [client]);
  useEffect(() => void read(), [read]);

  const known = new Set(mine.map(({ id }) => id));
  const others = (found ?? [])
    .filter(({ id, viewerIsSponsor }) => !viewerIsSponsor && !known.has(id))
    .toSorted((one, other) => Number(other.businessUnit?.id === unitId) - Number(one.businessUnit?.id === unitId));
  if (error !== undefined) {
    return (
      <p className={styles['unread']} role="status">
        ▲ What hurts others could not be read. {sayError(error)}{' '}
        <Button look="quiet" small onClick={() => void read()}>
          Try again
        </Button>
      </p>
    );
  }
  if (others.length === 0) return null;
  const shown = all ? others : others.slice(0, AT_FIRST);
  return (
    <section className={styles['others']} aria-labelledby="others">
      <h2 id="others">Does it hurt you too?</h2>
      <p className={styles['hint']}>What others raised. The more people stand behind it, the more it weighs.</p>
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <div>
              <Link to={`/mine/p/${one.key}`} state={{ opened: true }}>
                {one.title}
              </Link>
              <p>
                <StageMark category={one.stage.category} /> {one.stage.name}
                {one.businessUnit && ` · ${one.businessUnit.name}`} · {count(one.sponsors.length, 'sponsor')}
                {one.bleedPerWeek > 0 && ` · ${shortMoney(one.bleedPerWeek, setup.currency ?? 'EUR')} a week`}
              </p>
            </div>
            <Button small aria-label={`Me too: ${one.title}`} onClick={() => onJoin(one)}>
              Me too
            </Button>
          </li>
        ))}
      </ul>
      {!all && others.length > AT_FIRST && (
        <Button look="quiet" small onClick={() => setAll(true)}>
          Show {others.length - AT_FIRST} more
        </Button>
      )}
    </section>
  );
}
