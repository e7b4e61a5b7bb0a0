import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import type { NotificationEvent } from '../../graphql/generated/types.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { TEAM_EVENT_WORDS } from '../notifications/event-words.js';
import styles from './settings-page.module.css';
import { ADD_WEBHOOK, UPDATE_WEBHOOK, type Webhook, WEBHOOKS } from './webhooks.graphql.js';

/** What each template is called, in the order in which it is offered. */
export const TEMPLATE_WORDS: Record<Webhook['template'], string> = {
  SLACK: 'Slack',
  TEAMS: 'Microsoft Teams',
  MATTERMOST: 'Mattermost',
  JSON: 'a program (JSON)',
};

/** What a team wants to hear when nobody has chosen. */
const USUAL = ['RAISED', 'MOVED', 'PLANNED', 'LEFT', 'COMMITMENT', 'WIN', 'STILL_BLEEDING'];

interface WebhookFormProps {
  /** The one that is changed; without it a new one is made. */
  webhook?: Webhook;
  /** Gets the secret of a new one. */
  onDone(secret?: string): void;
}

/** Where a team is told, and of what. */
export function WebhookForm({ webhook, onDone }: WebhookFormProps) {
  const { draft, set, clear } = useFormDraft(`webhook.${webhook?.id ?? 'new'}`, {
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    template: webhook?.template ?? 'SLACK',
    events: (webhook?.events ?? USUAL).join(' '),
  });
  const [add, adding] = useMutation(ADD_WEBHOOK, { refetchQueries: [WEBHOOKS] });
  const [update, updating] = useMutation(UPDATE_WEBHOOK);
  const [error, setError] = useState<unknown>(null);
  const wrong = fieldOf(error);
  const problem = (field: string) => (wrong === field ? sayError(error) : undefined);
  const events = draft.events.split(' ').filter(Boolean) as NotificationEvent[];

  async function save() {
    setError(null);
    const input = { name: draft.name, url: draft.url, template: draft.template as Webhook['template'], events };
    const made = webhook
      ? await update({ variables: { input: { id: webhook.id, ...input } } }).then(() => undefined)
      : (await add({ variables: { input } })).data?.addWebhook.secret;
    clear();
    say(webhook ? `${draft.name} is changed.` : `${draft.name} is told from now on.`);
    onDone(made);
  }

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(setError);
      }}
    >
      <div className={styles['pair']}>
        <Field label="Name of the channel" text={draft.name} longest={80} error={problem('name')}>
          {(control) => (
            <input
              {...control}
              required
              autoFocus
              placeholder="e.g. IT team"
              value={draft.name}
              onChange={({ target }) => set('name', target.value)}
            />
          )}
        </Field>
        <Field label="It is in" error={problem('template')}>
          {(control) => (
            <select {...control} value={draft.template} onChange={({ target }) => set('template', target.value)}>
              {Object.entries(TEMPLATE_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label="Address of its incoming webhook"
        hint="The chat gives it to you where one sets up integrations of a channel. Whoever knows it can write there."
        text={draft.url}
        longest={2000}
        error={problem('url')}
      >
        {(control) => (
          <input
            {...control}
            type="url"
            required
            autoComplete="off"
            placeholder="https://"
            value={draft.url}
            onChange={({ target }) => set('url', target.value)}
          />
        )}
      </Field>
      <fieldset className={styles['events']}>
        <legend>It hears when</legend>
        {Object.entries(TEAM_EVENT_WORDS).map(([event, words]) => (
          <label key={event}>
            <input
              type="checkbox"
              checked={events.includes(event as NotificationEvent)}
              onChange={({ target }) =>
                set('events', (target.checked ? [...events, event] : events.filter((one) => one !== event)).join(' '))
              }
            />
            {words}
          </label>
        ))}
      </fieldset>
      {Boolean(error) && !['name', 'url', 'template'].includes(wrong ?? '') && (
        <p role="alert" className={styles['problem']}>
          ▲ {sayError(error)}
        </p>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="main" disabled={adding.loading || updating.loading || events.length === 0}>
          {webhook ? 'Save' : 'Add it'}
        </Button>
        <Button look="quiet" onClick={() => onDone()}>
          Not now
        </Button>
      </div>
    </form>
  );
}
