import { useEffect, useRef } from 'react';
import { useMe } from '../../app/session.js';
import { count } from '../../format.js';
import type { Visibility } from '../../graphql/generated/types.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { Button } from '../../ui/button.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { hasDraft, useDraft } from '../../ui/use-draft.js';
import styles from './comments.module.css';
import { COMMENT_ON } from './pain-point-acts.graphql.js';
import { Readers } from './readers.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';

/** So many letters of a comment fit. */
const LONGEST = 10_000;
const READERS = ['INTERNAL', 'SHARED'] as const;

/** Where one says something. Whoever works on it first sees who will read it, and the field itself changes its look. */
export function Composer() {
  const { details, act, wordAsked } = useOpenDetails();
  const { works } = useRights();
  const me = useMe();
  const name = `comment:${details.id}`;
  const [text, write, forget] = useDraft(name);
  const [readers, setReaders] = useDraft(`${name}:readers`, 'INTERNAL');
  const visibility: Visibility = works && readers !== 'SHARED' ? 'INTERNAL' : 'SHARED';
  const shared = visibility === 'SHARED';
  const area = useRef<HTMLTextAreaElement>(null);
  const failed = useRef<{ words: string; to: Visibility; key: string }>(undefined);
  useEffect(() => {
    const shown = area.current;
    if (!shown) return;
    shown.style.height = 'auto';
    shown.style.height = `${shown.scrollHeight + 2}px`;
  }, [text]);

  useEffect(() => {
    if (wordAsked === 0) return;
    setReaders('SHARED');
    area.current?.scrollIntoView({ block: 'center' });
    area.current?.focus({ preventScroll: true });
  }, [wordAsked, setReaders]);

  const send = async (wanted: string, to: Visibility, key: string) => {
    const said: Details['comments'][number] = {
      __typename: 'Comment',
      id: `new:${key}`,
      author: { __typename: 'Person', id: me.id, name: me.name, role: me.role },
      text: wanted,
      visibility: to,
      at: new Date().toISOString(),
    };
    const known = new Set(details.comments.map(({ id }) => id));
    const { error } = await act({
      mutation: COMMENT_ON,
      variables: { input: { painPointId: details.id, text: wanted, visibility: to, idempotencyKey: key } },
      // What somebody else said meanwhile may have brought this one with it.
      expect: (state) =>
        state.comments.some(({ id, text: other }) => other === wanted && !known.has(id))
          ? state
          : { ...state, comments: [...state.comments, said] },
      failure: 'Your comment was not sent; it stands in its field again.',
    });
    // The same words again are the same comment, should the server have heard them after all.
    failed.current = error ? { words: wanted, to, key } : undefined;
    if (error) write(hasDraft(name) ? `${wanted}\n\n${sessionText(name)}` : wanted);
  };
  const submit = () => {
    const wanted = text.trim();
    if (!wanted) return;
    forget();
    const before = failed.current;
    const again = before?.words === wanted && before.to === visibility;
    void send(wanted, visibility, again ? before.key : idempotencyKey());
  };

  return (
    <form
      className={`${styles['composer']} ${shared ? styles['shared'] : styles['internal']}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {works && (
        <div className={styles['switch']} role="radiogroup" aria-label="Who shall read it">
          {READERS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`readers-${details.id}`}
                checked={visibility === one}
                onChange={() => setReaders(one)}
              />
              <Readers visibility={one}>{one === 'SHARED' ? 'To the sponsors' : 'Among IT'}</Readers>
            </label>
          ))}
        </div>
      )}
      <textarea
        ref={area}
        aria-label={shared ? 'Comment that the sponsors read' : 'Comment among IT'}
        placeholder={
          !works ? 'Say something to IT' : shared ? 'Say something to the sponsors' : 'Say something among IT'
        }
        rows={2}
        aria-invalid={isTooLong(text, LONGEST) || undefined}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className={styles['foot']}>
        <Fits text={text} longest={LONGEST} />
        <Readers visibility={visibility}>{whoReads(details, visibility, works, me.id)}</Readers>
        <Button type="submit" look={text.trim() ? 'main' : 'plain'} small disabled={!text.trim()}>
          {!works ? 'Say it' : shared ? 'Say it to the sponsors' : 'Say it among IT'}
        </Button>
      </div>
    </form>
  );
}

function sessionText(name: string): string {
  return sessionStorage.getItem(`stanch-draft:${name}`) ?? '';
}

function whoReads({ sponsorships, tells }: Details, visibility: Visibility, works: boolean, myId: string): string {
  if (visibility === 'INTERNAL') return 'Only IT reads this, never a sponsor.';
  if (!works) return 'IT and everybody who stands behind it read this.';
  const others = sponsorships.filter(({ person }) => person.id !== myId).length;
  if (others === 0) return 'Nobody of the business stands behind it yet.';
  return tells === 0 ? 'Tells nobody: its sponsors want to hear no more of it.' : `Tells ${count(tells, 'sponsor')}.`;
}
