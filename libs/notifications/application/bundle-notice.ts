import type { Letter } from '../domain/letter.js';
import type { DigestLine, Notice } from '../domain/notice.js';

/** One notice that says what these would have said, the oldest first. */
export function bundleNotice(letters: readonly Pick<Letter, 'notice' | 'painPointId'>[]): Notice {
  const [first, last] = [letters[0]?.notice, letters.at(-1)?.notice];
  if (first === undefined || last === undefined) throw new Error('There is nothing to put together.');
  const actors = new Set(letters.map(({ notice }) => notice.by));
  return {
    kind: 'bundle',
    part: first.part,
    at: last.at,
    by: actors.size === 1 ? first.by : null,
    card: null,
    count: new Set(letters.map(({ painPointId }) => painPointId)).size,
    digest: { sections: [{ topic: 'changed', lines: letters.map(({ notice }) => lineOf(notice)) }] },
  };
}

/** What happened, as a line of a list. */
export function lineOf(notice: Notice): DigestLine {
  return { key: notice.card?.key ?? null, title: notice.card?.title ?? '', notice };
}
