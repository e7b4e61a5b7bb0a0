import type { Notice } from '../../domain/notice.js';
import { by, type Wording } from '../wording.js';

const HOW = 'Each answer opens a page where you give it; no password is needed, and both help.';

/** Who feels the pain is asked whether it is gone: the one mail that wants an answer. */
export function asked(notice: Notice): Wording {
  return {
    subject: 'Is it fixed?',
    first: 'Is the pain gone that hurt you? You decide whether it is fixed.',
    lines: [`${by(notice)} believes that it is. You are the one who feels it, so your word counts, not ours.`, HOW],
    action: 'Answer: fixed, or still bleeding',
    inApp: 'Is it fixed? You decide.',
  };
}

/** Days later, once more, and never again. */
export function reminded(): Wording {
  return {
    subject: 'Is it fixed?',
    first: 'Your word is still missing: is the pain gone that hurt you?',
    lines: [
      'Without an answer it is put to “fixed, unconfirmed” in a few days: nobody can count it as a success then, and you are not asked again.',
      HOW,
    ],
    action: 'Answer: fixed, or still bleeding',
    inApp: 'Your word is still missing: is it fixed?',
  };
}
