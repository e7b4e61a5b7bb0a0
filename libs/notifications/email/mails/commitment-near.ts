import type { Notice, NoticedDate } from '../../domain/notice.js';
import { dayInWords, type Wording, yours } from '../wording.js';

/** A promised date is near: said to whoever keeps it, while there is time to keep it or to move it honestly. */
export function commitmentNear(notice: Notice): Wording {
  const { dueOn, firstDueOn } = notice.date as NoticedDate;
  const facts: [string, string][] = [['Promised for', dayInWords(dueOn)]];
  if (firstDueOn !== null && firstDueOn !== dueOn) facts.push(['First promised', dayInWords(firstDueOn)]);
  return {
    first: `${dayInWords(dueOn)} is promised for ${yours(notice)}, and it is not with its sponsors yet.`,
    lines: [
      'It is kept when it comes to be checked by the end of that day. If it cannot be: a new date with its reason today is worth more than a broken one.',
    ],
    facts,
    action: 'See where it stands',
    inApp: `Promised for ${dayInWords(dueOn)}: the date is near`,
  };
}
