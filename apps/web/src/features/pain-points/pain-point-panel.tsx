import { lazy, Suspense, useEffect, useState } from 'react';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Comments } from './comments.js';
import { Commitments } from './commitments.js';
import { ConfirmFix } from './confirm-fix.js';
import { Cost } from './cost.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import { LeavingForm, OffTheBoard, type Way } from './leaving.js';
import { Meanwhile } from './meanwhile.js';
import { PanelBar } from './panel-bar.js';
import { PanelHead } from './panel-head.js';
import styles from './pain-point-panel.module.css';
import { Silence } from './silence.js';
import { Sponsors } from './sponsors.js';
import { Tasks } from './tasks.js';
import { DetailsContext, useDetails } from './use-details.js';
import { Wins } from './wins.js';
import { Words } from './words.js';

const WinDialog = lazy(() => import('../wins/win-dialog.js'));

/** Everything about one pain point, shown in a sheet over the screen it was opened from. */
export function PainPointPanel({ painPointKey, onClose }: { painPointKey: string; onClose(): void }) {
  const { details, error, act, refresh, news } = useDetails(painPointKey);
  const [way, setWay] = useState<Way>();
  const [askingForWin, setAskingForWin] = useState(false);
  const [wordAsked, setWordAsked] = useState(0);
  const title = details?.title;
  useEffect(() => {
    const before = document.title;
    document.title = title ? `${painPointKey} ${title} · Stanch` : `${painPointKey} · Stanch`;
    return () => {
      document.title = before;
    };
  }, [painPointKey, title]);

  if (!details) {
    if (!error) return <Loading painPointKey={painPointKey} />;
    return codeOf(error) === 'NOT_FOUND' ? (
      <Notice title={`There is no ${painPointKey}`} action={<Button onClick={onClose}>Go back</Button>}>
        The link may be old, or a letter of it was lost on the way.
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
  const { id, key, tells } = details;
  return (
    <DetailsContext
      value={{
        details,
        act,
        refresh,
        askForWin: () => setAskingForWin(true),
        askForWord: () => setWordAsked((before) => before + 1),
        wordAsked,
      }}
    >
      <article className={styles['panel']}>
        <PanelBar news={news} onLeave={setWay} />
        <PanelHead />
        {Boolean(error) && (
          <p className={styles['old']} role="status">
            ▲ This may be old: {sayError(error)}
          </p>
        )}
        {way && <LeavingForm key={way} way={way} onDone={() => setWay(undefined)} onMerged={onClose} />}
        <OffTheBoard />
        <Silence />
        <ConfirmFix />
        <div className={styles['parts']}>
          <Words />
          <div className={styles['side']}>
            <Cost />
            <Facts />
            <Sponsors />
          </div>
          <div className={styles['story']}>
            <Commitments />
            <Meanwhile />
            <Tasks />
            <Wins />
            <Comments />
            <History />
          </div>
        </div>
        {askingForWin && (
          <Suspense fallback={null}>
            <WinDialog
              painPoint={{ id, key, title: details.title }}
              tells={tells}
              onClose={() => {
                setAskingForWin(false);
                void refresh();
              }}
            />
          </Suspense>
        )}
      </article>
    </DetailsContext>
  );
}

function Loading({ painPointKey }: { painPointKey: string }) {
  return (
    <div className={styles['loading']} role="status">
      <span className="unseen">Reading {painPointKey} …</span>
      <div className={styles['ghost']} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
