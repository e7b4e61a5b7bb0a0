import { count } from '../../format.js';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';

/** Who will be told by the act that this stands beside: nobody is surprised by a mail. */
export function Tells() {
  const { tells } = useOpenDetails().details;
  return <span className={parts['faint']}>{tells === 0 ? 'tells nobody' : `tells ${count(tells, 'sponsor')}`}</span>;
}
