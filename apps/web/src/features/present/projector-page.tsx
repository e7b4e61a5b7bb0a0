import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { useSession } from '../../app/session.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { Sheet } from './frame.js';
import { ENTER_BY_PROJECTOR_LINK } from './guests.graphql.js';
import styles from './present.module.css';
import { useAwake } from './use-awake.js';

/** The link by which this page came in. Once the session is read anew, the page is shown again and knows that it is in. */
let cameInBy: string | undefined;

/** Behind a projector link: this screen comes in by it, without anybody signed in, and shows the meeting. */
export default function ProjectorPage() {
  const { token = '' } = useParams();
  const { me, guest, renew } = useSession();
  const [enter] = useMutation(ENTER_BY_PROJECTOR_LINK);
  const [failure, setFailure] = useState<unknown>();
  useAwake();
  const begun = useRef(false);
  // A link that is opened afresh counts, whatever this screen came in by before.
  const before = guest?.kind === 'PROJECTOR';
  const isIn = me !== null || (before && cameInBy === token);

  const comeIn = useCallback(
    () =>
      enter({ variables: { token } })
        .then(() => {
          cameInBy = token;
          return renew();
        })
        .then(() => setFailure(undefined))
        .catch(setFailure),
    [enter, renew, token],
  );
  useEffect(() => {
    if (begun.current || isIn) return;
    begun.current = true;
    void comeIn();
  }, [comeIn, isIn]);
  // A link that does not count will not count later; whatever else was the matter will be over.
  useTryAgain(failure !== undefined && codeOf(failure) !== 'BAD_USER_INPUT', comeIn);

  if (isIn) return <Navigate to="/present" replace />;
  return (
    <Sheet>
      <div className={styles['safe']} role={failure === undefined ? 'status' : 'alert'}>
        <h1 className={styles['opening']}>{titleOf(failure, before)}</h1>
        {failure !== undefined && <p className={styles['lead']}>{sayError(failure)}</p>}
        {failure !== undefined && before && (
          <>
            <p className={styles['lead']}>The link by which this screen came in before still counts.</p>
            <p className={styles['doors']}>
              <Link className={styles['big']} to="/present">
                Show the meeting
              </Link>
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}

function titleOf(failure: unknown, before: boolean): string {
  if (failure === undefined) return 'Opening Stanch …';
  return before ? 'This link was not taken' : 'This screen could not come in';
}
