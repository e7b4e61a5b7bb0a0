import type { Notice } from '../../domain/notice.js';
import { by, type Wording } from '../wording.js';

/** Somebody else stands behind a pain point: to who was added, and to its owner. */
export function joined(notice: Notice): Wording {
  if (notice.part === 'newcomer') {
    return {
      first: `${by(notice)} added you to a pain point that hurts you too.`,
      lines: ['From now on you hear of every step.', 'It does not hurt you? Open it and say so.'],
      action: 'See what it is about',
    };
  }
  const who = notice.person ?? 'Somebody';
  return {
    first: `${who} is hurt by this as well: one more sponsor of the pain point in your care.`,
    lines: notice.themselves === false && notice.by !== null ? [`${notice.by} added them.`] : [],
    action: 'See who stands behind it',
    inApp: `${who} joined: “me too”`,
  };
}
