import type { Notice } from '../../domain/notice.js';
import { by, counted, type Wording } from '../wording.js';

/** Many pain points changed at once: one mail rather than as many. */
export function bundle(notice: Notice): Wording {
  const count = notice.count ?? 0;
  const what = `${counted(count, 'pain point')} of yours`;
  return {
    subject: notice.by === null ? `News of ${what}` : `${by(notice)} changed ${what}`,
    first: `There is news of ${what}.`,
    sections: notice.digest?.sections ?? [],
    why: 'because pain points of yours changed',
    leadsTo: '/mine',
    action: 'Open my pain points',
  };
}
