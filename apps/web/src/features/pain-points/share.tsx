import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import type { SharePainPointMutationVariables } from '../../graphql/generated/types.js';
import { SHARE_PAIN_POINT, SHARE_WIN } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

/** Shows the pain point to a colleague. */
export function SharePainPoint({ onDone }: { onDone(): void }) {
  const { id, key, title } = useOpenDetails().details;
  return (
    <Share
      id={id}
      title={`${key} ${title}`}
      at={`/mine/p/${key}`}
      hint="They get a mail with the link, may look, and say “me too” if it hurts them."
      mutation={SHARE_PAIN_POINT}
      onDone={onDone}
    />
  );
}

/** Shows a win to a colleague. */
export function ShareWin({ win: { id, headline }, onDone }: { win: { id: string; headline: string }; onDone(): void }) {
  return (
    <Share
      id={id}
      title={headline}
      at={`/wins/${id}`}
      hint="They get a mail with the link, may look, and stand behind the pain if it hurt them too."
      mutation={SHARE_WIN}
      onDone={onDone}
    />
  );
}

interface ShareProps {
  id: string;
  title: string;
  /** Its address within Stanch. */
  at: string;
  /** What the colleague can do. */
  hint: string;
  mutation: TypedDocumentNode<object, SharePainPointMutationVariables>;
  onDone(): void;
}

/** By a mail that lets a colleague in, or by a link to pass on. */
function Share({ id, title, at, hint, mutation, onDone }: ShareProps) {
  const [email, setEmail, forgetEmail] = useDraft(`share-email:${id}`);
  const [words, setWords, forgetWords] = useDraft(`share:${id}`);
  const [share, { loading }] = useMutation(mutation);
  const [error, setError] = useState<unknown>(null);
  const link = location.origin + at;

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
      await navigator.share({ title, url: link }).catch(() => undefined);
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
        hint={hint}
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
      <Field
        label="A word with it (optional)"
        text={words}
        longest={1000}
        error={fieldOf(error) === 'words' ? sayError(error) : undefined}
      >
        {(control) => (
          <textarea {...control} rows={2} value={words} onChange={({ target }) => setWords(target.value)} />
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
