import { useCallback, useState } from 'react';
import { idempotencyKey } from '../graphql/idempotency-key.js';

const PREFIX = 'stanch-draft:';

/**
 * Text that is being written. It is kept in this tab, so that neither a refusal nor a reload nor a closed sheet loses it.
 * Gives the text, how to change it and how to forget it once it was sent.
 */
export function useDraft(name: string, initial = ''): [string, (text: string) => void, () => void] {
  const place = PREFIX + name;
  const [text, setText] = useState(() => sessionStorage.getItem(place) ?? initial);
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === initial) sessionStorage.removeItem(place);
      else sessionStorage.setItem(place, next);
    },
    [place, initial],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(place);
    setText(initial);
  }, [place, initial]);
  return [text, write, forget];
}

/** Whether something is being written under this name. */
export function hasDraft(name: string): boolean {
  return sessionStorage.getItem(PREFIX + name) !== null;
}

/**
 * The key with which a draft is sent: the same again as long as the words are, also after a reload, until the draft is
 * forgotten.
 */
export function keyOfDraft(name: string, words: string): string {
  const place = `${PREFIX}${name}:key`;
  const [kept, key] = JSON.parse(sessionStorage.getItem(place) ?? '[]') as [string?, string?];
  if (kept === words && key) return key;
  const fresh = idempotencyKey();
  sessionStorage.setItem(place, JSON.stringify([words, fresh]));
  return fresh;
}

/** Forgets what was being written under names that begin so, once it was sent from elsewhere. */
export function forgetDraftsOf(name: string): void {
  for (const place of Object.keys(sessionStorage))
    if (place.startsWith(PREFIX + name)) sessionStorage.removeItem(place);
}

/** Forgets all that is being written in this tab: whoever signs in next must not read it. */
export function forgetDrafts(): void {
  for (const place of Object.keys(sessionStorage)) if (place.startsWith(PREFIX)) sessionStorage.removeItem(place);
}
