import { useCallback, useState } from 'react';
import { atLeast, useViewer } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { useBoardFilter } from '../board/board-filter.js';
import { Sheet } from './frame.js';
import { OpenMeeting } from './open-meeting.js';
import styles from './present.module.css';
import { useAwake } from './use-awake.js';
import { useMeeting } from './use-meeting.js';

/** A meeting on the big screen, and on every screen that follows it. */
export function MeetingScreen({ id }: { id: string }) {
  const works = atLeast(useViewer().role, 'IT');
  const { own } = useBoardFilter();
  const [walk, setWalk] = useState(WALK_AT_ONCE);
  const state = useMeeting({ id, acts: works, filter: own, walk });
  const further = useCallback(() => setWalk((before) => before + WALK_AT_ONCE), []);
  useAwake();
  if (state.meeting) {
    return <OpenMeeting key={id} {...state} meeting={state.meeting} works={works} further={further} />;
  }
  return (
    <Sheet>
      <div className={styles['safe']}>
        <h1 className={styles['opening']} aria-live="polite">
          {state.error ? 'This meeting could not be opened' : 'Opening the meeting …'}
        </h1>
        {state.error !== undefined && (
          <>
            <p>{sayError(state.error)}</p>
            <p>
              <button type="button" className={styles['big']} onClick={() => void state.refresh()}>
                Try again
              </button>
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}

/** So many cards of the walk are read at once. */
const WALK_AT_ONCE = 100;
