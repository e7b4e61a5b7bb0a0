import type { Notice } from '../../domain/notice.js';
import { counted, type Wording } from '../wording.js';

/** The week of one person: what is asked of them, what moved, what is promised, what got better. */
export function digest(notice: Notice): Wording {
  const { sections = [], trust = [] } = notice.digest ?? {};
  const asked = sections.flatMap(({ lines }) => lines.filter(({ asks }) => asks !== undefined)).length;
  return {
    subject: asked === 0 ? 'Your week in Stanch' : `Your week in Stanch: ${counted(asked, 'answer')} asked of you`,
    first:
      asked === 0
        ? 'Before the status meeting: what happened to the pain that is yours.'
        : 'Before the status meeting: your word is asked for, and this is what happened.',
    sections: [
      ...sections,
      ...(trust.length === 0
        ? []
        : [{ title: 'Can IT be believed?', lines: trust.map((text) => ({ key: null, title: '', text })) }]),
    ],
    why: 'once a week, before the status meeting',
    leadsTo: '/mine',
    action: 'Open my pain points',
    inApp: `This week: ${counted(notice.count ?? 0, 'thing')} that you hear of once a week`,
  };
}
