import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, type Wording } from '../wording.js';

/** A pain point was raised: to whom it was raised for, and to the leads. */
export function raised(notice: Notice): Wording {
  const title = oneLine(notice.card?.title ?? '');
  if (notice.part === 'raiser') {
    return {
      first: `${by(notice)} wrote down a pain for you, so that it is not forgotten.`,
      lines: [
        'It is yours: you will hear of every step, and you are the one who says when it is fixed.',
        'Is something missing or wrong? Open it and say so in your own words.',
      ],
      action: 'See how it was written down',
      inApp: `${by(notice)} wrote down for you: ${quoted(title)}`,
    };
  }
  const raiser = notice.person ?? by(notice, 'Somebody');
  const typed = notice.by !== null && notice.by !== raiser ? ` ${notice.by} wrote it down.` : '';
  return {
    first: `${raiser} raised a new pain point.${typed}`,
    lines: ['Nobody has answered yet. A first word within three working days keeps the trust.'],
    action: 'Read it and answer',
    inApp: `${raiser} raised ${quoted(title)}`,
  };
}
