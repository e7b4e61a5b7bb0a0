import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import { SHARE_PAIN_POINT } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

/** Shows the pain point to a colleague: by a mail that lets them in, or by a link to pass on. */
export function Share({ onDone }: { onDone(): void }) {
  const { id, key, title } = useOpenDetails().details;
  const [email, setEmail, forgetEmail] = useDraft(`share-email:${id}`);
  const [words, setWords, forgetWords] = useDraft(`share:${id}`);
  const [share, { loading }] = useMutation(SHARE_PAIN_POINT);
  const [error, setError] = useState<unknown>(null);
  const link = `${location.origin}/board/p/${key}`;

  const send = async () => {
    setError(null);
    await share({ variables: { id, email, words } });
    say(`A mail with the link is on its way to ${email.trim()}.`);
    forgetEmail();
    forgetWords();
    onDone();
  };
  const pass = async () => {
    // Phones offer their own ways of passing on; elsewhere the link is copied.
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: `${key} ${title}`, url: link }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(link).then(
      () => say('The link is copied. Who opens it signs in with their address of the company.'),
      () => say(`The browser does not allow copying. The link is ${link}`),
    );
  };

  return (
    <form
      className={parts['box']}
      noValidate
      aria-label="Share it"
      onKeyDown={byEscape(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(setError);
      }}
    >
      <Field
        label="A colleague’s e-mail address"
        hint="They get a mail with the link, may look, and say “me too” if it hurts them."
        error={error && fieldOf(error) !== 'words' ? sayError(error) : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="email"
            autoFocus
            autoComplete="off"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <Field label="A word with it (optional)" error={fieldOf(error) === 'words' ? sayError(error) : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" small disabled={loading}>
          Send it
        </Button>
        <Button small onClick={() => void pass()}>
          Copy the link
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
