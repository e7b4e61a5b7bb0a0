import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, shortened, type Wording, yours } from '../wording.js';

/** Somebody said something about it. */
export function commented(notice: Notice): Wording {
  const { comment: text = '', internal } = notice;
  const count = notice.count ?? 1;
  const author = by(notice, 'Somebody');
  return {
    first: internal
      ? `${author} wrote about ${yours(notice)}, for IT alone.`
      : `${author} wrote to you about ${yours(notice)}.`,
    quote: { text: shortened(text), by: author },
    action: internal ? 'Read on' : 'Answer',
    inApp: `${author}: ${quoted(oneLine(text, 140))}${count > 1 ? ` (and ${count - 1} before)` : ''}`,
  };
}
