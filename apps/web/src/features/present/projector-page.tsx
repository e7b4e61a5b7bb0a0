import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { useSession } from '../../app/session.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { Sheet } from './frame.js';
import { ENTER_BY_PROJECTOR_LINK } from './guests.graphql.js';
import styles from './present.module.css';
import { useAwake } from './use-awake.js';

/** Behind a projector link: this screen comes in by it, without anybody signed in, and shows the meeting. */
export default function ProjectorPage() {
  const { token = '' } = useParams();
  const { me, guest, renew } = useSession();
  const [enter] = useMutation(ENTER_BY_PROJECTOR_LINK);
  const [failure, setFailure] = useState<unknown>();
  useAwake();
  const begun = useRef(false);
  // Once the session is read anew, this page is shown again and knows that it is in.
  const isIn = me !== null || guest?.kind === 'PROJECTOR';

  const comeIn = useCallback(
    () =>
      enter({ variables: { token } })
        .then(renew)
        .then(() => setFailure(undefined))
        .catch(setFailure),
    [enter, renew, token],
  );
  useEffect(() => {
    if (begun.current || isIn) return;
    begun.current = true;
    void comeIn();
  }, [comeIn, isIn]);
  // A link that does not count will not count later; a server that was not reached will be.
  useTryAgain(failure !== undefined && codeOf(failure) === undefined, comeIn);

  if (isIn) return <Navigate to="/present" replace />;
  return (
    <Sheet>
      <div className={styles['safe']}>
        <h1 className={styles['opening']} role={failure === undefined ? 'status' : 'alert'}>
          {failure === undefined ? 'Opening Stanch …' : 'This screen could not come in'}
        </h1>
        {failure !== undefined && <p className={styles['lead']}>{sayError(failure)}</p>}
      </div>
    </Sheet>
  );
}
