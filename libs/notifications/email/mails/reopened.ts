import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, shortened, type Wording, Yours } from '../wording.js';

/** A pain point came back: to the board, or because it was not fixed after all. */
export function reopened(notice: Notice): Wording {
  const reason = notice.reason ?? '';
  return {
    first: `${Yours(notice)} is back on the board: ${by(notice)} took it up again.`,
    quote: { text: shortened(reason), by: notice.by },
    action: 'See where it stands',
    inApp: `Back on the board: ${quoted(oneLine(reason, 140))}`,
  };
}
