import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { instant, when } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import { SettingsSection } from './settings-section.js';
import { API_TOKENS, type ApiToken, CREATE_API_TOKEN, REVOKE_API_TOKEN } from './settings.graphql.js';
import styles from './settings-page.module.css';

/** One's own API tokens: for scripts that act in one's name. */
export function ApiTokens() {
  const { data, error, refetch } = useQuery(API_TOKENS);
  const [secret, setSecret] = useState<string>();
  const tokens = data?.apiTokens ?? [];
  return (
    <SettingsSection
      title="API tokens"
      about="A script that sends one as “Authorization: Bearer …” may do what you may. Take it back when it is no longer needed."
    >
      {error && !data && (
        <Notice kind="heed" action={<Button onClick={() => void refetch()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      )}
      {secret && <ShownOnce what="token" secret={secret} onDone={() => setSecret(undefined)} />}
      {tokens.length > 0 && (
        <ul className={styles['list']}>
          {tokens.map((token) => (
            <TokenLine key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewToken onMade={setSecret} />
    </SettingsSection>
  );
}

function TokenLine({ token: { id, name, createdAt, lastUsedAt } }: { token: ApiToken }) {
  const [revoke] = useMutation(REVOKE_API_TOKEN, {
    variables: { id },
    optimisticResponse: { revokeApiToken: true },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'ApiToken', id }) });
    },
  });
  return (
    <li className={styles['row']}>
      <span className={styles['token']}>
        {name}
        <small>
          made {when(createdAt)}, {lastUsedAt ? `last used ${instant(lastUsedAt)}` : 'never used'}
        </small>
      </span>
      <Button
        look="quiet"
        small
        aria-label={`Take ${name} back`}
        onClick={() => void revoke().then(() => say(`${name} no longer opens anything.`), sayFailure)}
      >
        Take back
      </Button>
    </li>
  );
}

function NewToken({ onMade }: { onMade(secret: string): void }) {
  const [name, setName] = useState('');
  const [create, { loading, error }] = useMutation(CREATE_API_TOKEN, { refetchQueries: [API_TOKENS] });
  return (
    <form
      className={styles['inline']}
      onSubmit={(event) => {
        event.preventDefault();
        create({ variables: { name } }).then(
          ({ data }) => {
            if (data) onMade(data.createApiToken.secret);
            setName('');
          },
          () => undefined,
        );
      }}
    >
      <Field label="What is the token for?" text={name} longest={80} error={error ? sayError(error) : undefined}>
        {(control) => (
          <input
            {...control}
            required
            placeholder="e.g. monthly report"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={loading || !name.trim()}>
        Make a token
      </Button>
    </form>
  );
}
