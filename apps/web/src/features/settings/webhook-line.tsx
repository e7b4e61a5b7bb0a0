import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { instant, when } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import styles from './settings-page.module.css';
import { TEMPLATE_WORDS, WebhookForm } from './webhook-form.js';
import { REMOVE_WEBHOOK, TEST_WEBHOOK, UPDATE_WEBHOOK, type Webhook, WEBHOOK_DELIVERIES } from './webhooks.graphql.js';

/** One channel: a test, a pause, what it was told, and the way out. */
export function WebhookLine({ webhook }: { webhook: Webhook }) {
  const { id, name, template, pausedAt, pauseReason } = webhook;
  const [shown, setShown] = useState<'form' | 'log' | null>(null);
  const [test, { loading }] = useMutation(TEST_WEBHOOK, {
    variables: { id },
    refetchQueries: shown === 'log' ? [WEBHOOK_DELIVERIES] : [],
  });
  const [update] = useMutation(UPDATE_WEBHOOK);
  const [remove] = useMutation(REMOVE_WEBHOOK, {
    variables: { id },
    optimisticResponse: { removeWebhook: true },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'Webhook', id }) });
    },
  });
  const pause = (paused: boolean) => {
    const expected = { ...webhook, pausedAt: paused ? new Date().toISOString() : null, pauseReason: null };
    update({ variables: { input: { id, paused } }, optimisticResponse: { updateWebhook: expected } }).catch(sayFailure);
  };
  const sendTest = async () => {
    const { data } = await test();
    const { state, lastError } = data?.testWebhook ?? {};
    if (state === 'SENT') say(`The test arrived in ${name}.`);
    else say(`The test did not arrive: ${lastError ?? 'nobody knows why'}`, { kind: 'heed' });
  };

  return (
    <li className={styles['channel']}>
      <div className={styles['row']}>
        <span className={styles['token']}>
          {name}
          <small>
            {TEMPLATE_WORDS[template]}
            {pausedAt && (
              <span className={styles['problem']}>
                {' · '}▲ paused since {when(pausedAt)}
                {pauseReason && `: ${pauseReason}`}
              </span>
            )}
          </small>
        </span>
        <Button
          small
          disabled={loading}
          aria-label={`Send a test to ${name}`}
          onClick={() => void sendTest().catch(sayFailure)}
        >
          {loading ? 'Sending …' : 'Send a test'}
        </Button>
        <Button
          small
          look="quiet"
          aria-label={`${pausedAt ? 'Resume' : 'Pause'} ${name}`}
          onClick={() => pause(!pausedAt)}
        >
          {pausedAt ? 'Go on' : 'Pause'}
        </Button>
        {(['log', 'form'] as const).map((one) => (
          <Button
            key={one}
            small
            look="quiet"
            aria-expanded={shown === one}
            aria-label={`${one === 'log' ? 'What was told to' : 'Change'} ${name}`}
            onClick={() => setShown(shown === one ? null : one)}
          >
            {one === 'log' ? 'Log' : 'Change'}
          </Button>
        ))}
        <Button small look="quiet" aria-label={`Take ${name} away`} onClick={() => void remove().catch(sayFailure)}>
          Take away
        </Button>
      </div>
      {shown === 'form' && <WebhookForm webhook={webhook} onDone={() => setShown(null)} />}
      {shown === 'log' && <Log webhookId={id} />}
    </li>
  );
}

function Log({ webhookId }: { webhookId: string }) {
  const { data, error } = useQuery(WEBHOOK_DELIVERIES, { variables: { webhookId }, fetchPolicy: 'cache-and-network' });
  if (error) return <p className={styles['problem']}>▲ {sayError(error)}</p>;
  if (!data) return <p className={styles['soft']}>Reading …</p>;
  if (data.webhookDeliveries.length === 0) return <p className={styles['soft']}>Nothing was told yet.</p>;
  return (
    <ol className={styles['log']} aria-label="What was told, the latest first">
      {data.webhookDeliveries.map(({ id, createdAt, state, text, attempts, lastError, sentAt }) => (
        <li key={id}>
          <span>{text}</span>
          <small className={state === 'FAILED' || lastError ? styles['problem'] : undefined}>
            {state === 'SENT' && sentAt
              ? `✓ ${instant(sentAt)}`
              : `${state === 'FAILED' ? '▲ given up' : '○ waits'} since ${instant(createdAt)}`}
            {attempts > 1 && `, attempt ${attempts}`}
            {lastError && `: ${lastError}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
