import type { KeyboardEvent } from 'react';
import { Link, type To } from 'react-router';
import { number, when } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './mail-list.module.css';
import type { MailRow } from './outbox.graphql.js';
import { sayState } from './say-mail.js';

interface MailListProps {
  mails: readonly MailRow[];
  total: number;
  openId: string | null;
  to: (id: string) => To;
  loading: boolean;
  onMore: (() => void) | undefined;
}

/** The mails, the newest first: to whom, about what, how each went. */
export function MailList({ mails, total, openId, to, loading, onMore }: MailListProps) {
  return (
    <>
      <ul className={styles['list']} onKeyDown={stepThroughMails}>
        {mails.map((mail) => (
          <Row key={mail.id} mail={mail} open={mail.id === openId} to={to(mail.id)} />
        ))}
      </ul>
      {onMore && (
        <div className={styles['more']}>
          <span>
            {number(mails.length, 0)} of {number(total, 0)}
          </span>
          <Button look="quiet" disabled={loading} onClick={onMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ mail, open, to }: { mail: MailRow; open: boolean; to: To }) {
  const { id, subject, createdAt, to: reader } = mail;
  const { mark, word, heed } = sayState(mail);
  return (
    <li className={open ? `${styles['row']} ${styles['open']}` : styles['row']}>
      <Link id={`mail-${id}`} className={styles['name']} to={to} aria-current={open ? 'true' : undefined}>
        {reader.name}
        <span className="unseen">: {subject}</span>
      </Link>
      <time className={styles['when']} dateTime={createdAt}>
        {when(createdAt)}
      </time>
      <span className={styles['subject']} aria-hidden="true">
        {subject}
      </span>
      <span className={heed ? `${styles['state']} ${styles['heed']}` : styles['state']}>
        <span aria-hidden="true">{mark}</span> {word}
      </span>
    </li>
  );
}

/** Up and down go from mail to mail. */
function stepThroughMails(event: KeyboardEvent<HTMLElement>): void {
  const row = document.activeElement?.closest('li');
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key];
  if (!next) return;
  next.querySelector('a')?.focus();
  event.preventDefault();
}
