import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, type To } from 'react-router';
import { instant } from '../../format.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import styles from './mail-pane.module.css';
import { MAIL, type MailRow, SEND_MAIL_AGAIN } from './outbox.graphql.js';
import { sayHow, sayReason, sayState } from './say-mail.js';

/** So often one looks how a mail fares that is about to go out, in milliseconds. */
const UNDER_WAY_MS = 2000;

interface MailPaneProps {
  id: string;
  mailConfigured: boolean;
  /** The list, on a screen that has room for one of the two only. */
  back: To;
  onSent: () => void;
}

/** One mail as its reader sees it, how it went and why, and sending it again. */
export function MailPane({ id, mailConfigured, back, onSent }: MailPaneProps) {
  const { data, dataState, error, refetch, startPolling, stopPolling } = useQuery(MAIL, {
    variables: { id },
    returnPartialData: true,
    skipPollAttempt: () => document.hidden,
  });
  const [form, setForm] = useState<'html' | 'text'>('html');
  const wayBack = useRef<HTMLDivElement>(null);
  // Where the mail has taken the place of the list, the focus goes with it.
  useEffect(() => {
    if (wayBack.current?.offsetParent) wayBack.current.querySelector('a')?.focus();
  }, []);
  const mail = data?.mail;
  // It may have left the list that it was opened from; here one sees how it goes on.
  const underWay = mailConfigured && (mail?.state === 'WAITING' || mail?.state === 'SENDING');
  useEffect(() => {
    if (!underWay) return;
    startPolling(UNDER_WAY_MS);
    return stopPolling;
  }, [underWay, startPolling, stopPolling]);
  const row = mail?.subject === undefined || mail.to?.name === undefined ? undefined : (mail as MailRow);
  const whole = dataState === 'complete' ? data.mail : undefined;
  return (
    <>
      <div ref={wayBack} className={styles['back']}>
        <h1 className="unseen">Outbox</h1>
        <ButtonLink look="quiet" to={back}>
          <span aria-hidden="true">←</span> All mails
        </ButtonLink>
      </div>
      {error && !whole ? (
        <Notice
          kind="heed"
          title={codeOf(error) === 'NOT_FOUND' ? 'This mail is not there' : 'This mail could not be read'}
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {codeOf(error) === 'NOT_FOUND'
            ? 'It may have been taken back before it went out, because the card moved back or its promise was a slip.'
            : sayError(error)}
        </Notice>
      ) : (
        <>
          {row && <Head mail={row} mailConfigured={mailConfigured} onSent={onSent} />}
          <div className={styles['forms']} role="group" aria-label="Form of the mail">
            <button type="button" aria-pressed={form === 'html'} onClick={() => setForm('html')}>
              As most see it
            </button>
            <button type="button" aria-pressed={form === 'text'} onClick={() => setForm('text')}>
              Text only
            </button>
          </div>
          <div className={styles['paper']} aria-busy={!whole}>
            {whole && form === 'html' && <Html html={whole.html} subject={whole.subject} />}
            {whole && form === 'text' && (
              <pre className={styles['text']} tabIndex={0}>
                {whole.text}
              </pre>
            )}
          </div>
        </>
      )}
    </>
  );
}

function Head({ mail, mailConfigured, onSent }: { mail: MailRow; mailConfigured: boolean; onSent: () => void }) {
  const { subject, address, to, painPoint, createdAt, lastError, state } = mail;
  const { mark, word, heed } = sayState(mail);
  const reason = lastError === null ? null : sayReason(lastError);
  const goesElsewhere = to.email !== null && to.email !== address;
  return (
    <div className={styles['head']}>
      <h2 className={styles['subject']}>{subject}</h2>
      <dl className={styles['facts']}>
        <dt>To</dt>
        <dd>
          {to.name} <span className={styles['address']}>&lt;{address}&gt;</span>
        </dd>
        <dt>Written</dt>
        <dd>
          {instant(createdAt)}
          {painPoint && (
            <>
              {', about '}
              <Link to={`/board/p/${painPoint.key}`} state={{ opened: true }}>
                {painPoint.key}
              </Link>
            </>
          )}
        </dd>
        <dt>State</dt>
        <dd>
          <div role="status">
            <span className={heed ? styles['heed'] : styles['state']}>
              <span aria-hidden="true">{mark}</span> {word.charAt(0).toUpperCase() + word.slice(1)}.
            </span>{' '}
            {sayHow(mail, mailConfigured)}
          </div>
        </dd>
        {lastError !== null && (
          <>
            <dt>Why</dt>
            <dd>
              {reason}
              <span className={styles['said']}>{reason ? `It said: ${lastError}` : lastError}</span>
            </dd>
          </>
        )}
      </dl>
      {state !== 'SENDING' && (
        <SendAgain mail={mail} elsewhere={goesElsewhere ? to.email : null} useful={mailConfigured} onSent={onSent} />
      )}
    </div>
  );
}

/** Trying at once what is tried later, or sending what was sent or given up: never without saying to whom. */
function SendAgain({
  mail,
  elsewhere,
  useful,
  onSent,
}: {
  mail: MailRow;
  elsewhere: string | null;
  useful: boolean;
  onSent: () => void;
}) {
  const [send, { error }] = useMutation(SEND_MAIL_AGAIN);
  const { id, state, attempts, to, address } = mail;
  // A mail that has not been tried goes out by itself.
  if (state === 'WAITING' && (attempts === 0 || !useful)) return null;
  const sendAgain = async () => {
    const now = new Date().toISOString();
    const expected = {
      ...mail,
      __typename: 'Mail' as const,
      state: 'WAITING' as const,
      address: elsewhere ?? address,
      attempts: 0,
      sentAt: null,
      lastError: null,
      sendAfter: now,
      nextAttemptAt: now,
    };
    await send({ variables: { id }, optimisticResponse: { sendMailAgain: expected } }).catch(() => undefined);
    onSent();
  };
  const label = state === 'SENT' ? `Send it to ${to.name} once more` : state === 'FAILED' ? 'Send again' : 'Try now';
  return (
    <div className={styles['again']}>
      <Button look={state === 'FAILED' ? 'main' : 'plain'} onClick={() => void sendAgain()}>
        {label}
      </Button>
      {elsewhere && <span className={styles['said']}>It then goes to {elsewhere}, the address of now.</span>}
      <span role="alert" className={styles['refusal']}>
        {error && `▲ It was not sent. ${sayError(error)}`}
      </span>
    </div>
  );
}

/** In a frame that runs no script and belongs to nobody; its links open beside Stanch. */
function Html({ html, subject }: { html: string; subject: string }) {
  const shown = useMemo(() => html.replace(/<head([^>]*)>/i, '<head$1><base target="_blank">'), [html]);
  return (
    <iframe
      className={styles['frame']}
      title={`The mail: ${subject}`}
      srcDoc={shown}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
