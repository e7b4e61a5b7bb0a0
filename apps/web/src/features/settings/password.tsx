import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { SettingsSection } from './settings-section.js';
import { CHANGE_PASSWORD } from './settings.graphql.js';
import styles from './settings-page.module.css';

/** One's own password: the present one is asked for, so that an open screen is not enough. */
export function Password() {
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [change, { loading, error }] = useMutation(CHANGE_PASSWORD);
  const wrong = fieldOf(error);
  const problem = (field: string) => (wrong === field ? sayError(error) : undefined);
  return (
    <SettingsSection title="My password" about="A new one signs you out on every other device.">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          change({ variables: { current, next } }).then(
            () => {
              setCurrent('');
              setNext('');
              say('Your password is changed.');
            },
            () => undefined,
          );
        }}
      >
        <input type="email" autoComplete="username" value={me.email ?? ''} readOnly hidden />
        <div className={styles['pair']}>
          <Field label="Present password" error={problem('current')}>
            {(control) => (
              <input
                {...control}
                required
                type="password"
                autoComplete="current-password"
                value={current}
                onChange={({ target }) => setCurrent(target.value)}
              />
            )}
          </Field>
          <Field label="New password" hint="At least 10 characters." error={problem('next') ?? problem('password')}>
            {(control) => (
              <input
                {...control}
                required
                type="password"
                minLength={10}
                autoComplete="new-password"
                value={next}
                onChange={({ target }) => setNext(target.value)}
              />
            )}
          </Field>
        </div>
        {error && !wrong && (
          <p role="alert" className={styles['problem']}>
            ▲ {sayError(error)}
          </p>
        )}
        <div className={styles['acts']}>
          <Button type="submit" disabled={loading}>
            Change my password
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
