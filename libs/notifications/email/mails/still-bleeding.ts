import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, shortened, type Wording, Yours } from '../wording.js';

/** A sponsor says that it still hurts. */
export function stillBleeding(notice: Notice): Wording {
  const words = notice.reason ?? '';
  const sponsor = by(notice, 'A sponsor');
  const toWorkers = notice.part === 'owner' || notice.part === 'assignee';
  return {
    first: `${sponsor} says: still bleeding. ${Yours(notice)} is not fixed yet.`,
    ...(words === '' ? {} : { quote: { text: shortened(words), by: notice.by } }),
    lines: [
      toWorkers
        ? 'It is open again, with what still hurts. A quick first word to them is worth more than a perfect answer later.'
        : 'It is open again and will be worked on until it is really gone.',
    ],
    action: 'See what still hurts',
    inApp: words === '' ? `${sponsor} says: still bleeding` : `Still bleeding: ${quoted(oneLine(words, 140))}`,
  };
}
