import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { SettingsSection } from './settings-section.js';
import styles from './settings-page.module.css';
import { WebhookForm } from './webhook-form.js';
import { WebhookLine } from './webhook-line.js';
import { WEBHOOKS } from './webhooks.graphql.js';

/** Where teams are told, in their chats. */
export function Webhooks() {
  const { data, error, refetch } = useQuery(WEBHOOKS);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const webhooks = data?.webhooks ?? [];
  return (
    <SettingsSection
      title="Team channels"
      about="What happens on the board is told in a channel of Slack, Microsoft Teams or Mattermost, or to a program of yours. Only what sponsors may read too is told there."
    >
      {error && !data && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {secret && (
        <>
          <p className={styles['soft']}>
            With this secret a program knows that a message is ours; a chat does not need it.
          </p>
          <ShownOnce what="secret" secret={secret} onDone={() => setSecret(undefined)} />
        </>
      )}
      {webhooks.length > 0 && (
        <ul className={styles['list']} aria-label="Team channels">
          {webhooks.map((webhook) => (
            <WebhookLine key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      {webhooks.length > 0 && <HowSigned />}
      {adding ? (
        <WebhookForm
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>Add a channel</Button>
        </div>
      )}
    </SettingsSection>
  );
}

/** How a program of one's own makes sure that a message comes from here, now. */
function HowSigned() {
  return (
    <details>
      <summary className={styles['soft']}>How a message is signed</summary>
      <p className={styles['soft']}>
        Each carries the header <code>X-Stanch-Signature: t=SECONDS,v1=HEX</code>. HEX is the HMAC-SHA256 of{' '}
        <code>SECONDS.BODY</code> with the secret of the channel, where BODY is the body byte for byte. Refuse what does
        not agree, and what is older than five minutes. <code>X-Stanch-Delivery</code> is the same when a message is
        sent again.
      </p>
    </details>
  );
}
