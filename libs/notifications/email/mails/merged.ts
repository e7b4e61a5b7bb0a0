import type { Notice } from '../../domain/notice.js';
import { by, capital, oneLine, quoted, type Wording, Yours, yours } from '../wording.js';

/** Two pain points became one. */
export function merged(notice: Notice): Wording {
  const into = notice.into === undefined ? 'another one' : `${notice.into.key} ${quoted(oneLine(notice.into.title))}`;
  return {
    first: `${Yours(notice)} goes on as a part of ${into}.`,
    lines: [
      `${by(notice)} found that both are the same pain. Your voice counts there as it did here: you hear of every step.`,
      'They are not the same? Open it and say so.',
    ],
    action: 'See where it goes on',
    inApp: `Goes on as a part of ${into}`,
  };
}

/** Another pain point became a part of the reader's: more people stand behind it now. */
export function tookIn(notice: Notice): Wording {
  const other =
    notice.from === undefined ? 'another pain point' : `${notice.from.key} ${quoted(oneLine(notice.from.title))}`;
  return {
    first: `${capital(other)} turned out to be the same pain, and is a part of ${yours(notice)} now.`,
    lines: [
      `${by(notice)} brought the two together. Whoever stood behind the other one stands beside you, with their words and what it costs them.`,
      'They are not the same? Open it and say so.',
    ],
    action: 'See who stands behind it',
    inApp: `Took in ${other}`,
  };
}
