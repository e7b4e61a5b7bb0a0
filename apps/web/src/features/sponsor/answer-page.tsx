import { useMutation, useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { AskedByLinkQuery } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Logo } from '../../ui/logo.js';
import { Notice } from '../../ui/notice.js';
import { AnswerForm, type Said } from './answer-form.js';
import { ANSWER_BY_LINK, ASKED_BY_LINK } from './answer-page.graphql.js';
import styles from './answer-page.module.css';
import { ago } from './say.js';
import { TwoAnswers } from './two-answers.js';

type Asked = AskedByLinkQuery['askedByLink'];

/** Where the link of the mail leads: the question, and two answers. No signing in; nothing happens by opening it. */
export default function AnswerPage() {
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(ASKED_BY_LINK, { variables: { token }, fetchPolicy: 'no-cache' });
  const asked = data?.askedByLink;
  useEffect(() => {
    document.title = asked?.title ? `Is it fixed? ${asked.title} · Stanch` : 'Is it fixed? · Stanch';
  }, [asked]);
  return (
    <main className={styles['page']}>
      <p className={styles['brand']}>
        <Logo size={26} /> Stanch
      </p>
      {!asked && !error && (
        <div className={styles['ghost']} role="status">
          <span className="unseen">Reading the question …</span>
        </div>
      )}
      {!asked && error && (
        <Notice
          kind="heed"
          title="The question could not be read"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {sayError(error)}
        </Notice>
      )}
      {asked && (
        <Question
          key={token}
          token={token}
          asked={asked}
          onRead={() =>
            refetch().then(
              (read) => read.data?.askedByLink,
              () => undefined,
            )
          }
        />
      )}
    </main>
  );
}

interface QuestionProps {
  token: string;
  asked: Asked;
  /** Reads anew what is asked; nothing when it cannot be read. */
  onRead: () => Promise<Asked | undefined>;
}

function Question({ token, asked, onRead }: QuestionProps) {
  const [search] = useSearchParams();
  const preset = { fixed: true, bleeding: false }[search.get('say') ?? ''];
  const [fixed, setFixed] = useState<boolean | undefined>(preset);
  const [given, setGiven] = useState<boolean>();
  const [answer] = useMutation(ANSWER_BY_LINK);
  const { state, key } = asked;
  if (given !== undefined) return <Thanks asked={asked} fixed={given} />;
  if (state === 'DAMAGED') {
    return (
      <Notice kind="heed" title="This link is not whole" action={<ButtonLink to="/">Open Stanch</ButtonLink>}>
        A letter of it was lost on the way, or it is none of ours. Open it from the mail once more, or copy all of it.
      </Notice>
    );
  }
  const send = async ({ fixed: yes, rating, words }: Said) => {
    try {
      await answer({ variables: { input: { token, fixed: yes, rating, words } } });
      setGiven(yes);
      return undefined;
    } catch (problem) {
      // The answer may have arrived, and only the reply to it been lost.
      const now = await onRead();
      if (now?.state === 'ANSWERED' && now.answer === yes) {
        setGiven(yes);
        return undefined;
      }
      return `Your answer was not taken. ${sayError(problem)}`;
    }
  };
  const home = `/mine/p/${key ?? ''}`;
  if (state !== 'OPEN') {
    const [title, more] = CLOSED[state];
    return (
      <>
        <Story asked={asked} />
        <Notice title={title} action={<ButtonLink to={home}>Open {key}</ButtonLink>}>
          {state === 'ANSWERED' && `You said: ${asked.answer ? 'it is fixed' : 'it is still bleeding'}. `}
          {state === 'ANSWERED' && !asked.answer ? 'You are asked again when IT has been at it once more.' : more}
        </Notice>
      </>
    );
  }
  return (
    <>
      <Story asked={asked} />
      <section className={styles['ask']} aria-labelledby="is-it-fixed">
        <h2 id="is-it-fixed">Is it fixed?</h2>
        <p>
          {asked.personName}, you felt it, so your word decides.
          {asked.confirmedBy && ` ${asked.confirmedBy} has said that it is; yours counts as well.`}
        </p>
        <TwoAnswers label="Is it fixed?" chosen={fixed} onChoose={setFixed} />
        {fixed !== undefined && (
          <AnswerForm
            key={String(fixed)}
            name={token.slice(0, 40)}
            fixed={fixed}
            onSend={send}
            onCancel={() => setFixed(undefined)}
          />
        )}
      </section>
    </>
  );
}

/** What it is about, in the sponsor's words, and what IT has done. */
function Story({ asked: { key, title, description, steps, win, askedAt } }: { asked: Asked }): ReactNode {
  return (
    <header className={styles['story']}>
      <p className={styles['soft']}>
        {key} {askedAt && `· IT said ${ago(askedAt)} that it is done`}
      </p>
      <h1>{title}</h1>
      {description && <blockquote>{description}</blockquote>}
      {win && (
        <p className={styles['win']}>
          <strong>What got better:</strong> {win}
        </p>
      )}
      {steps.length > 0 && (
        <details open={steps.length <= 3}>
          <summary>What was done</summary>
          <ul>
            {steps.map((step) => (
              <li key={step}>
                <span aria-hidden="true">✓</span> {step}
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function Thanks({ asked: { key, title }, fixed }: { asked: Asked; fixed: boolean }) {
  return (
    <section className={fixed ? styles['healed'] : styles['heard']} role="status">
      <p className={styles['mark']} aria-hidden="true">
        {fixed ? '✓' : '↩'}
      </p>
      <h1>{fixed ? 'Thank you. It is confirmed fixed.' : 'Thank you for saying so.'}</h1>
      <p>
        {fixed
          ? `“${title ?? ''}” counts as healed, because you say so. Should it bleed again within 90 days, say it: one click is enough.`
          : `“${title ?? ''}” goes back to be treated. Whoever has it in hand reads your words at once, and you are asked again when it is done.`}
      </p>
      <ButtonLink to={`/mine/p/${key ?? ''}`}>See it on your page</ButtonLink>
    </section>
  );
}

const CLOSED: Record<'ANSWERED' | 'MOVED_ON' | 'EXPIRED', [title: string, more: string]> = {
  ANSWERED: ['You have answered already', 'Does it bleed again? Open it and say so there.'],
  MOVED_ON: [
    'Nothing to answer now',
    'IT has taken it up again, or it has left the board. You are asked anew when it is done.',
  ],
  EXPIRED: ['This link is older than 30 days', 'Open the pain point and answer there; you get a sign-in link by mail.'],
};
