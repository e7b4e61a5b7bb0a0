import { useMutation } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { count, number } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { say } from '../../ui/toasts.js';
import { MailList } from './mail-list.js';
import { MailPane } from './mail-pane.js';
import { NoMailServer } from './no-mail-server.js';
import { type MailState, SEND_FAILED_MAILS_AGAIN } from './outbox.graphql.js';
import styles from './outbox-page.module.css';
import { MAIL_STATES } from './say-mail.js';
import { UnreadMails } from './unread-mails.js';
import { type OutboxFilter, useOutbox, useOutboxAddress } from './use-outbox.js';

/** Every mail as its reader gets it, how it went, and what may be done about it. */
export default function OutboxPage() {
  const { filter, narrow, openId, to } = useOutboxAddress();
  const { outbox, mailConfigured, error, loading, lookAgain, readAnew, readMore } = useOutbox(filter);
  const failed = outbox?.counts.find(({ state }) => state === 'FAILED')?.count ?? 0;
  const filtered = filter.state !== undefined || filter.text !== '';
  useFocusBackTo(openId);

  return (
    <div className={openId ? `${styles['page']} ${styles['reading']}` : styles['page']}>
      <div className={styles['top']}>
        <div className={styles['head']}>
          <h1>Outbox</h1>
          <Filters filter={filter} counts={outbox?.counts} onChange={narrow} />
          {failed > 0 && <SendFailedAgain failed={failed} onSent={lookAgain} />}
        </div>
        {!mailConfigured && <NoMailServer />}
        <UnreadMails />
      </div>
      <section className={styles['list']} aria-label="Mails">
        <p className="unseen" role="status">
          {outbox && `${count(outbox.totalCount, 'mail')} ${filtered ? 'found' : 'in all'}`}
        </p>
        {error && !outbox && (
          <Notice
            kind="heed"
            title="The mails could not be read"
            action={<Button onClick={readAnew}>Try again</Button>}
          >
            {sayError(error)}
          </Notice>
        )}
        {!outbox && !error && <Ghosts />}
        {outbox?.nodes.length === 0 && (
          <Notice title={filtered ? 'No such mail' : 'No mails yet'}>
            {filtered
              ? 'Try another state, or fewer letters.'
              : 'As soon as a pain point is raised or moves, those whom it concerns get a mail, and you see it here.'}
          </Notice>
        )}
        {outbox && outbox.nodes.length > 0 && (
          <MailList
            mails={outbox.nodes}
            total={outbox.totalCount}
            openId={openId}
            to={to}
            loading={loading}
            onMore={readMore}
          />
        )}
      </section>
      <section className={styles['pane']} aria-label="The mail">
        {openId ? (
          <MailPane
            key={openId}
            id={openId}
            mailConfigured={mailConfigured}
            back={to(null)}
            onSent={() => setTimeout(() => void lookAgain(), 800)}
          />
        ) : (
          <p className={styles['none']}>Choose a mail to read it as its reader does.</p>
        )}
      </section>
    </div>
  );
}

function Filters({
  filter,
  counts,
  onChange,
}: {
  filter: OutboxFilter;
  counts: readonly { state: MailState; count: number }[] | undefined;
  onChange: (change: Partial<OutboxFilter>) => void;
}) {
  const of = (state: MailState) => counts?.find((one) => one.state === state)?.count;
  const all = counts?.reduce((sum, one) => sum + one.count, 0);
  const choices: [MailState | undefined, string, number | undefined][] = [
    [undefined, 'All', all],
    ...(Object.keys(MAIL_STATES) as MailState[]).map(
      (state) => [state, MAIL_STATES[state], of(state)] as [MailState, string, number | undefined],
    ),
  ];
  return (
    <div className={styles['filters']} role="search">
      <input
        type="search"
        aria-label="Find by reader or pain point"
        placeholder="Reader or pain point"
        value={filter.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <div className={styles['states']} role="group" aria-label="State of the mails">
        {choices.map(([state, name, how]) => (
          <button
            key={name}
            type="button"
            aria-pressed={filter.state === state}
            data-heed={state === 'FAILED' && how ? true : undefined}
            onClick={() => onChange({ state })}
          >
            {name} <span className={styles['count']}>{how === undefined ? '…' : number(how, 0)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function SendFailedAgain({ failed, onSent }: { failed: number; onSent: () => Promise<void> }) {
  const [send, { loading }] = useMutation(SEND_FAILED_MAILS_AGAIN);
  const sendAll = async () => {
    try {
      const sent = (await send()).data?.sendFailedMailsAgain ?? 0;
      const left = failed - sent;
      const rest = left > 0 ? ` ${count(left, 'mail')} stayed: their readers have no e-mail address.` : '';
      say(`${count(sent, 'mail')} ${sent === 1 ? 'is' : 'are'} tried again.${rest}`);
    } catch (error) {
      say(`Nothing was sent. ${sayError(error)}`, { kind: 'heed' });
    }
    await onSent();
  };
  return (
    <Button disabled={loading} onClick={() => void sendAll()}>
      {failed === 1 ? 'Send the one given up again' : `Send all ${number(failed, 0)} given up again`}
    </Button>
  );
}

/** On a phone the mail takes the place of the list: back in the list, the focus is where one was. */
function useFocusBackTo(openId: string | null) {
  const before = useRef(openId);
  useEffect(() => {
    if (before.current !== null && openId === null) {
      document.getElementById(`mail-${before.current}`)?.focus();
    }
    before.current = openId;
  }, [openId]);
}

function Ghosts() {
  return (
    <div className={styles['ghosts']} aria-hidden="true">
      {Array.from({ length: 8 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
