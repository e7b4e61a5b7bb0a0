import type { Notice } from '../../domain/notice.js';
import { by, counted, type Wording } from '../wording.js';

/** Many pain points came in one go. */
export function imported(notice: Notice): Wording {
  const count = notice.count ?? 0;
  const are = count === 1 ? 'is' : 'are';
  return {
    subject: `${counted(count, 'pain point')} of yours ${are} on the board`,
    first: `${counted(count, 'pain point')} that you named ${are} now on the board.`,
    lines: [
      `${by(notice)} brought them in from the list of interviews. Nothing you said was left behind.`,
      'You will hear of every step, and you are the one who says when each is fixed.',
    ],
    why: 'because pain points of yours were brought in',
    action: count === 1 ? 'See your pain point' : 'See your pain points',
  };
}
