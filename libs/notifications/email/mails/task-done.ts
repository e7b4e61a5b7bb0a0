import type { Notice } from '../../domain/notice.js';
import { by, oneLine, quoted, type Wording, yours } from '../wording.js';

/** A step towards the fix is done. */
export function taskDone(notice: Notice): Wording {
  const task = oneLine(notice.task ?? '');
  return {
    first: `One step further with ${yours(notice)}: ${quoted(task)} is done.`,
    lines: [`${by(notice)} finished it.`],
    action: 'See what comes next',
    inApp: `Done: ${quoted(task)}`,
  };
}
