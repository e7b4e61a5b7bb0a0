import type { Notice } from '../../domain/notice.js';
import { by, shortened, type Wording } from '../wording.js';

/** A colleague shows somebody a pain point. */
export function shared(notice: Notice): Wording {
  return {
    first: `${by(notice, 'A colleague')} wants you to see this.`,
    ...(notice.words ? { quote: { text: shortened(notice.words), by: notice.by } } : {}),
    lines: ['Does it hurt you too? Say “me too”, and you hear of every step until it is fixed.'],
    action: 'Look at it',
    inApp: `${by(notice, 'A colleague')} shows it to you`,
  };
}
