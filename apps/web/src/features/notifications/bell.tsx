import { useId, useMemo, useRef, useState } from 'react';
import { lazyScreen } from '../../app/lazy-screen.js';
import styles from './bell.module.css';
import { BellContext, useUnread } from './use-unread.js';

const NotificationList = lazyScreen(() => import('./notification-list.js'));

/** Beyond this the exact figure says nothing more; who listens still hears it. */
const MOST_SHOWN = 99;

/** The live bell of the header. What it tells is fetched once it is opened. */
export default function Bell() {
  const { news, unread, hear, expecting } = useUnread();
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const bell = useMemo(
    () => ({ unread, hear, expecting, close: () => panel.current?.hidePopover() }),
    [unread, hear, expecting],
  );
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['button']}
        popoverTarget={id}
        aria-label={`Notifications: ${unread ? `${unread} unread` : 'none unread'}`}
        title="Notifications"
        onPointerEnter={NotificationList.ahead}
        onFocus={NotificationList.ahead}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path
            d="M4.2 14.2c1-1 1.4-2.2 1.4-3.9V8.6a4.4 4.4 0 0 1 8.8 0v1.7c0 1.7.4 2.9 1.4 3.9zM8.2 16.6a2 2 0 0 0 3.6 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {unread !== undefined && unread > 0 && (
          <span key={unread} className={styles['count']} aria-hidden="true">
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        )}
      </button>
      <span className="unseen" role="status">
        {news}
      </span>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Notifications"
        tabIndex={-1}
        className={styles['panel']}
        onToggle={({ newState, currentTarget }) => {
          setOpen(newState === 'open');
          if (newState === 'open') currentTarget.focus();
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          const away = relatedTarget && relatedTarget !== button.current && !currentTarget.contains(relatedTarget);
          if (away) currentTarget.hidePopover();
        }}
      >
        {open && (
          <BellContext value={bell}>
            <NotificationList />
          </BellContext>
        )}
      </div>
    </>
  );
}
