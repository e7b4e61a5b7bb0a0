import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, shortened, type Wording, yours } from '../wording.js';

/** A pain point leaves the board without a fix: its reason comes first. */
export function closed(notice: Notice): Wording {
  const declined = notice.kind === 'declined';
  const reason = notice.reason ?? '';
  return {
    quote: { text: shortened(reason), by: null, above: true },
    first: declined
      ? `For this reason ${by(notice)} declined ${yours(notice)}: it will not be worked on.`
      : `For this reason ${by(notice)} parked ${yours(notice)}: it will not be worked on for now.`,
    lines: [
      declined
        ? 'We know that this is not what you hoped for. You have the right to a plain answer.'
        : 'It is not forgotten: it keeps its place in the records and can come back.',
      'You see it differently, or something has changed? Open it and say so. It will be read.',
    ],
    action: 'Read it and answer',
    inApp: `${declined ? 'Declined' : 'Parked'}: ${quoted(oneLine(reason, 140))}`,
  };
}
