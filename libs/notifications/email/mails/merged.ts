import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, type Wording, Yours } from '../wording.js';

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
