import type { Notice } from '../../domain/notice.js';
import { by, shortened, type Wording } from '../wording.js';

/** Somebody is asked to come in for the first time. */
export function invited(notice: Notice): Wording {
  return {
    subject: `${by(notice, 'Your IT')} asks where it hurts`,
    first: `${by(notice, 'Your IT')} would like to hear what hurts in your daily work.`,
    ...(notice.words ? { quote: { text: shortened(notice.words), by: notice.by } } : {}),
    lines: [
      'Stanch keeps what IT delivers, or fails to, in the words of those whom it hurts. You say what hurts in one line; you hear of every step; and you alone say when it is fixed.',
      'The link lets you in without a password and works once. It counts for 14 days.',
    ],
    action: 'Come in',
  };
}
