import type { Notice } from '../../domain/notice.js';
import { by, type Wording } from '../wording.js';

/** Whoever raised it is asked whether it is fixed: the one mail that wants an answer. */
export function asked(notice: Notice): Wording {
  return {
    subject: 'Is it fixed?',
    first: 'Is the pain you raised gone? You decide whether it is fixed.',
    lines: [
      `${by(notice)} believes that it is. You are the one who feels it, so your word counts, not ours.`,
      'Say “fixed” or “still bleeding”: one click is enough, and both answers help.',
    ],
    action: 'Answer: fixed, or still bleeding',
    inApp: 'Is it fixed? You decide.',
  };
}
