import { Link, useLocation } from 'react-router';
import { signInFor } from '../../app/sign-in-for.js';
import { Sheet } from './frame.js';
import styles from './present.module.css';

/** Shown in the room where a projector link has ended: what happened, and what brings the screen back. */
export default function LinkEnded() {
  const location = useLocation();
  return (
    <Sheet>
      <div className={styles['safe']} role="alert">
        <h1 className={styles['opening']}>The link of this screen has ended</h1>
        <p className={styles['lead']}>
          It shows nothing any more. Ask a lead for a new projector link, from the page of meetings, and open it here.
        </p>
        <p className={styles['doors']}>
          <Link className={styles['big']} to={signInFor(location)}>
            Sign in instead
          </Link>
        </p>
      </div>
    </Sheet>
  );
}
