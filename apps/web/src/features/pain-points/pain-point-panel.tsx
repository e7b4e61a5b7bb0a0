import { sayError, codeOf } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Comments } from './comments.js';
import { Commitments } from './commitments.js';
import { ConfirmFix } from './confirm-fix.js';
import { Cost } from './cost.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import { OffTheBoard, WaysOff } from './leaving.js';
import { PanelHead } from './panel-head.js';
import styles from './panel.module.css';
import { Sponsors } from './sponsors.js';
import { Tasks } from './tasks.js';
import { DetailsContext, useDetails } from './use-details.js';
import { Wins } from './wins.js';
import { Words } from './words.js';

/** Everything about one pain point, shown in a sheet over the screen it was opened from. */
export function PainPointPanel({ painPointKey, onClose }: { painPointKey: string; onClose(): void }) {
  const { details, error, act, refresh } = useDetails(painPointKey);
  if (!details) {
    if (!error) return <Loading painPointKey={painPointKey} />;
    return codeOf(error) === 'NOT_FOUND' ? (
      <Notice title={`There is no ${painPointKey}`} action={<Button onClick={onClose}>Go back</Button>}>
        The link may be old, or you may not see this one.
      </Notice>
    ) : (
      <Notice
        kind="heed"
        title={`${painPointKey} could not be read`}
        action={<Button onClick={() => void refresh()}>Try again</Button>}
      >
        {sayError(error)}
      </Notice>
    );
  }
  return (
    <DetailsContext value={{ details, act, refresh }}>
      <article className={styles['panel']}>
        <PanelHead />
        {Boolean(error) && (
          <p className={styles['heed']} role="status">
            ▲ This may be old: {sayError(error)}
          </p>
        )}
        <OffTheBoard />
        <ConfirmFix />
        <Words />
        <Facts />
        <Cost />
        <Commitments />
        <Tasks />
        <Comments />
        <Wins />
        <Sponsors />
        <History />
        <WaysOff onLeft={onClose} />
      </article>
    </DetailsContext>
  );
}

function Loading({ painPointKey }: { painPointKey: string }) {
  return (
    <div className={styles['panel']}>
      <h2 className={styles['title']} role="status">
        Reading {painPointKey} …
      </h2>
      <div className={styles['ghost']} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
