import { count } from '../../format.js';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';

/** Who will be told by the act that this stands beside: nobody is surprised by a mail. */
export function Tells() {
  return <TellsSo many={useOpenDetails().details.tells} />;
}

/** The same where it is not only the sponsors of this pain point. */
export function TellsSo({ many, more = '' }: { many: number; more?: string }) {
  return (
    <span className={parts['faint']}>{many === 0 ? 'tells nobody' : `tells ${count(many, 'sponsor')}${more}`}</span>
  );
}
