import type { Notice, NoticedDate } from '../../domain/notice.js';
import { by, dayInWords, shortened, type Wording, yours } from '../wording.js';

/** A date was promised. */
export function commitmentMade(notice: Notice): Wording {
  const { dueOn } = notice.date as NoticedDate;
  return {
    first: `${by(notice)} promises: ${yours(notice)} will be fixed by ${dayInWords(dueOn)}.`,
    lines: [
      'A promise stays on the record. Should the date move, you will hear of it with the reason, before it passes.',
    ],
    facts: [
      ['Fixed by', dayInWords(dueOn)],
      ['Promised by', by(notice)],
    ],
    action: 'See the promise',
    inApp: `${by(notice)} promises: fixed by ${dayInWords(dueOn)}`,
  };
}

/** A promised date was moved; the first one is never forgotten. */
export function commitmentMoved(notice: Notice): Wording {
  const { dueOn, fromDueOn, firstDueOn, reason } = notice.date as NoticedDate;
  const later = fromDueOn === null || dueOn > fromDueOn;
  const facts: [string, string][] = [['New date', dayInWords(dueOn)]];
  if (fromDueOn !== null) facts.push(['Before', dayInWords(fromDueOn)]);
  if (firstDueOn !== null && firstDueOn !== fromDueOn) facts.push(['First promised', dayInWords(firstDueOn)]);
  return {
    first: later
      ? `The promised date for ${yours(notice)} moves to ${dayInWords(dueOn)}.`
      : `Sooner than promised: ${yours(notice)} is to be fixed by ${dayInWords(dueOn)}.`,
    ...(reason ? { quote: { text: shortened(reason), by: notice.by } } : {}),
    lines: later ? ['The first date stays on the record.'] : [],
    facts,
    action: 'See the promise',
    inApp: `Promised date ${later ? 'moved to' : 'brought forward to'} ${dayInWords(dueOn)}`,
  };
}

/** A promised date has passed without the fix: said plainly, before the sponsor has to find out. */
export function commitmentBroken(notice: Notice): Wording {
  const { dueOn } = notice.date as NoticedDate;
  const theirs = notice.part === 'owner' || notice.part === 'assignee';
  return {
    first: `A promise was not kept: ${yours(notice)} was to be fixed by ${dayInWords(dueOn)}, and is not.`,
    lines: theirs
      ? ['Its sponsors have been told. What they need now is a reason and a new date that holds.']
      : ['We are sorry. It stays on the record, and you are owed a reason and a new date.'],
    action: theirs ? 'Give the reason and a new date' : 'See where it stands',
    inApp: `Not kept: it was promised for ${dayInWords(dueOn)}`,
  };
}
