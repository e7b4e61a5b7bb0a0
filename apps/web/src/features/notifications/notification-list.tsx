import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { atLeast, homeOf, useMe } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { byDay, timeOf } from './by-day.js';
import type { NotificationLine } from './notifications.graphql.js';
import styles from './notification-list.module.css';
import { useNotifications } from './use-notifications.js';
import { useBell } from './use-unread.js';

/** What one was told, day by day; each line opens its card. */
export default function NotificationList() {
  const { role } = useMe();
  const { close } = useBell();
  const { lines, unread, error, refusal, reading, ...acts } = useNotifications();
  const root = useRef<HTMLDivElement>(null);
  const toTop = () => root.current?.focus();
  useEffect(toTop, []);
  return (
    <div ref={root} tabIndex={-1} className={styles['list']} onKeyDown={stepThroughLines}>
      <div className={styles['head']}>
        <h2>Notifications</h2>
        {unread > 0 && (
          <Button
            look="quiet"
            small
            onClick={() => {
              // The button goes with what it did; the focus stays in the list.
              toTop();
              acts.markAllRead();
            }}
          >
            Mark all as read
          </Button>
        )}
        <Button look="quiet" small aria-label="Close" className={styles['close']} onClick={close}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </Button>
      </div>
      <div role="alert">{refusal && <p className={styles['refusal']}>{refusal}</p>}</div>
      {!lines && !error && <Ghosts />}
      {!lines && error !== undefined && (
        <div className={styles['instead']} role="alert">
          <p>{sayError(error)}</p>
          <Button onClick={acts.readAnew}>Try again</Button>
        </div>
      )}
      {lines?.length === 0 && (
        <p className={styles['instead']}>
          Nothing yet.{' '}
          {atLeast(role, 'IT')
            ? 'When somebody else moves, answers or promises something that you work on, you read it here at once.'
            : 'When a pain point that you stand behind moves, you read it here at once.'}
        </p>
      )}
      {lines &&
        byDay(lines).map(({ day, name, lines: told }) => (
          <section key={day} aria-label={name}>
            <h3 className={styles['day']}>{name}</h3>
            <ul>
              {told.map((line) => (
                <Line key={line.id} line={line} onRead={() => acts.markRead(line.id)} />
              ))}
            </ul>
          </section>
        ))}
      {acts.readEarlier && (
        <div className={styles['foot']}>
          <Button look="quiet" disabled={reading} onClick={acts.readEarlier}>
            {reading ? 'Reading …' : 'Show earlier ones'}
          </Button>
        </div>
      )}
    </div>
  );
}

function Line({ line, onRead }: { line: NotificationLine; onRead: () => void }) {
  const { close } = useBell();
  const { at, text, readAt, actor, painPoint } = line;
  const unread = readAt === null;
  const to = useWayTo(painPoint?.key);
  return (
    <li className={unread ? `${styles['line']} ${styles['unread']}` : styles['line']}>
      <p>
        <Link
          to={to}
          state={painPoint ? { opened: true } : null}
          onClick={({ metaKey, ctrlKey, shiftKey }) => {
            if (unread) onRead();
            if (!metaKey && !ctrlKey && !shiftKey) close();
          }}
        >
          {unread && <span className="unseen">Unread: </span>}
          {text}
        </Link>
      </p>
      {painPoint && (
        <p className={styles['card']}>
          <span className={styles['key']}>{painPoint.key}</span> {painPoint.title}
        </p>
      )}
      <p className={styles['from']}>
        {actor?.name ?? 'Stanch'}, <time dateTime={at}>{timeOf(at)}</time>
      </p>
      {unread && (
        <button
          type="button"
          className={styles['mark']}
          aria-label={`Mark as read: ${text}`}
          title="Mark as read"
          onClick={({ currentTarget }) => {
            currentTarget.closest('li')?.querySelector('a')?.focus();
            onRead();
          }}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="m3.5 8.5 3 3 6-7"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </button>
      )}
    </li>
  );
}

/** To the card on one's own first page, as it is narrowed now; without a card to that page. */
function useWayTo(key: string | undefined): string {
  const { role } = useMe();
  const { pathname, search } = useLocation();
  const home = homeOf(role);
  const kept = pathname.startsWith(home) ? search : '';
  return key ? `${home}/p/${key}${kept}` : home + kept;
}

/** Up and down go from line to line, as in any list of mails. */
function stepThroughLines(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')];
  const here = document.activeElement?.closest('li')?.querySelector<HTMLElement>('a');
  const at = here ? lines.indexOf(here) : step > 0 ? -1 : lines.length;
  lines[at + step]?.focus();
  event.preventDefault();
}

function Ghosts() {
  return (
    <div className={styles['ghosts']} aria-hidden="true">
      {Array.from({ length: 5 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
