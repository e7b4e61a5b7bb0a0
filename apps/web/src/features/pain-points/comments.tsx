import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { count, instant, when } from '../../format.js';
import type { Visibility } from '../../graphql/generated/types.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Button } from '../../ui/button.js';
import { PersonMark } from '../../ui/person-mark.js';
import { useDraft } from '../../ui/use-draft.js';
import { COMMENT_ON } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What was said: among IT, or so that the sponsors read it. The two never look alike. */
export function Comments() {
  const { details } = useOpenDetails();
  const { speaks, works } = useRights();
  const { comments } = details;
  if (!speaks && comments.length === 0) return null;
  return (
    <Section title="Talk" note={comments.length > 0 ? String(comments.length) : undefined}>
      <ol className={styles['comments']}>
        {comments.map(({ id, author, text, visibility, at }) => (
          <li key={id} className={visibility === 'SHARED' ? styles['shared'] : styles['internal']}>
            <div className={styles['commentHead']}>
              <PersonMark name={author.name} />
              <strong>{author.name}</strong>
              <time dateTime={at} title={instant(at)} className={styles['faint']}>
                {when(at)}
              </time>
              {works && <Readers visibility={visibility} />}
            </div>
            <p className={styles['said']}>{text}</p>
          </li>
        ))}
      </ol>
      {speaks && (works ? <ItComposer /> : <Composer visibility="SHARED" />)}
    </Section>
  );
}

function Readers({ visibility }: { visibility: Visibility }) {
  return (
    <span className={styles['readers']}>
      {visibility === 'SHARED' ? (
        <>
          <Eye /> shared with sponsors
        </>
      ) : (
        <>
          <Lock /> internal to IT
        </>
      )}
    </span>
  );
}

function ItComposer() {
  const { details } = useOpenDetails();
  const [visibility, setVisibility] = useState<Visibility>('INTERNAL');
  return (
    <div className={styles['stack']}>
      <div className={styles['switch']} role="radiogroup" aria-label="Who shall read it">
        {(['INTERNAL', 'SHARED'] as const).map((one) => (
          <label key={one} className={one === 'SHARED' ? styles['toShared'] : styles['toInternal']}>
            <input
              type="radio"
              name={`readers-${details.id}`}
              checked={visibility === one}
              onChange={() => setVisibility(one)}
            />
            {one === 'SHARED' ? <Eye /> : <Lock />}
            {one === 'SHARED' ? 'To the sponsors' : 'Among IT'}
          </label>
        ))}
      </div>
      <Composer visibility={visibility} />
    </div>
  );
}

function Composer({ visibility }: { visibility: Visibility }) {
  const { details, act } = useOpenDetails();
  const { works } = useRights();
  const me = useMe();
  const [text, write, forget] = useDraft(`comment:${details.id}`);
  const [sending, setSending] = useState(false);
  const shared = visibility === 'SHARED';
  const send = async () => {
    const wanted = text.trim();
    if (!wanted || sending) return;
    setSending(true);
    forget();
    const key = idempotencyKey();
    const { error } = await act({
      mutation: COMMENT_ON,
      variables: { input: { painPointId: details.id, text: wanted, visibility, idempotencyKey: key } },
      expect: (state) => ({
        ...state,
        comments: [
          ...state.comments,
          {
            __typename: 'Comment',
            id: `new:${key}`,
            author: { __typename: 'Person', id: me.id, name: me.name, role: me.role },
            text: wanted,
            visibility,
            at: new Date().toISOString(),
          },
        ],
      }),
      failure: 'Your comment was not sent; it stands in its field again.',
    });
    setSending(false);
    if (error) write(wanted);
  };
  const others = details.sponsorships.filter(({ person }) => person.id !== me.id).length;
  const readers = !shared
    ? 'Only IT will read this. Sponsors never see it.'
    : works
      ? others > 0
        ? `${count(others, 'sponsor')} will read this, also by mail.`
        : 'Every sponsor can read this.'
      : 'IT and everybody who stands behind it will read this.';
  return (
    <form
      className={`${styles['composer']} ${shared ? styles['shared'] : styles['internal']}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        aria-label={shared ? 'Comment that the sponsors read' : 'Internal comment, among IT'}
        placeholder={works && !shared ? 'Say something among IT' : 'Say something'}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <div className={styles['composerFoot']}>
        <span className={styles['readers']}>
          {shared ? <Eye /> : <Lock />} {readers}
        </span>
        <Button type="submit" look={text.trim() ? 'main' : 'plain'} small disabled={!text.trim() || sending}>
          {works ? (shared ? 'Say it to the sponsors' : 'Say it among IT') : 'Say it'}
        </Button>
      </div>
    </form>
  );
}

function Eye() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </svg>
  );
}

function Lock() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="3" y="7" width="10" height="6.5" rx="1.2" fill="currentColor" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
