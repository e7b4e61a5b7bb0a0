import { day, number } from '../../format.js';
import type { Details } from './use-details.js';

type Change = Pick<Details['history'][number], 'kind' | 'field' | 'from' | 'to'>;

const FIELDS: Record<string, string> = {
  title: 'the title',
  description: 'the sponsor’s words',
  ownerId: 'who has it in hand',
  businessUnitId: 'the business unit',
  serviceId: 'the service',
  tags: 'the tags',
  peopleAffected: 'how many people it hits',
  hoursLostPerPersonPerWeek: 'the hours lost',
  directCostPerWeek: 'what is paid directly',
  effortDays: 'the days of work',
  blockedReason: 'what blocks it',
};

const TASK_FIELDS: Record<string, string> = {
  estimateDays: 'the estimate',
  url: 'the link',
  blockedReason: 'what blocks it',
};

/** A line of the history as a sentence after the name of who did it. */
export function sayChange(change: Change): string {
  const { kind, field, from, to } = change;
  switch (kind) {
    case 'RAISED':
      return from ? `brought it in from ${from}` : 'raised it';
    case 'MOVED':
      if (from === to) return `gave it another place in ${to ?? 'its stage'}`;
      return from ? `moved it from ${from} to ${to ?? 'another stage'}` : `moved it to ${to ?? 'another stage'}`;
    case 'EDITED':
      return sayEdit(change);
    case 'CLOSED':
      return `took it off the board: “${to ?? ''}”`;
    case 'REOPENED':
      return to ? `brought it back: “${to}”` : 'brought it back';
    case 'MERGED':
      return field === 'mergedInto' ? `merged it into ${keyed(to)}` : `merged ${keyed(to)} into it`;
    case 'JOINED':
      return `put ${to ?? 'somebody'} behind it`;
    case 'TASK':
      return sayTask(change);
    case 'WIN':
      return field === 'win.quote' ? `let a sponsor’s words tell of “${to ?? ''}”` : `told the win “${to ?? ''}”`;
    case 'COMMITMENT':
      return sayCommitment(change);
    case 'WORKAROUND':
      return field === 'workaround.ended'
        ? `took the workaround back: “${to ?? ''}”`
        : `offered a workaround: “${to ?? ''}”`;
    case 'COMMENT':
      return 'said something';
    case 'CONFIRMED': {
      const said = sayAnswer(to ?? '');
      return field === 'confirmedFor' ? `brought the word of ${from ?? 'a sponsor'}, who ${said}` : said;
    }
  }
}

/** "P-3 Numbers are typed twice" with the title in quotation marks. */
function keyed(painPoint: string | null): string {
  return painPoint?.replace(/ (.+)$/u, ' “$1”') ?? 'another';
}

function sayEdit({ field, from, to }: Change): string {
  if (field === 'blocked') return to === 'true' ? 'marked it as blocked' : 'said that it goes on';
  const name = FIELDS[field] ?? field;
  if (to === null) return `emptied ${name}`;
  if (field === 'description') return from === null ? `wrote down ${name}` : `changed ${name}`;
  const shown = (value: string) => (Number.isFinite(Number(value)) ? number(Number(value), 2) : value);
  return from === null || from === '0'
    ? `set ${name} to ${shown(to)}`
    : `changed ${name} from ${shown(from)} to ${shown(to)}`;
}

function sayCommitment({ field, from, to }: Change): string {
  if (field === 'commitment.broken') return `saw that the promise${from ? ` of ${day(from)}` : ''} was not kept`;
  if (field === 'commitment.explained')
    return `said why the promise${from ? ` of ${day(from)}` : ''} was not kept: “${to ?? ''}”`;
  if (field === 'commitment.withdrawn') {
    return `took the promise${from ? ` of ${day(from)}` : ''} back${to ? `; that of ${day(to)} stands` : ''}`;
  }
  if (from && to) return `moved the promise from ${day(from)} to ${day(to)}`;
  return to ? `promised it for ${day(to)}` : 'made a promise';
}

/** "Fixed: 4 of 5: At last", "Still bleeding: It came back". */
function sayAnswer(answer: string): string {
  const [verdict = '', ...said] = answer.split(': ');
  const rating = /^[1-5] of 5$/.test(said[0] ?? '') ? said.shift() : undefined;
  const words = said.length > 0 ? `: “${said.join(': ')}”` : '';
  if (verdict !== 'Fixed') return `said that it is still bleeding${words}`;
  return `said that it is fixed${rating ? `, ${rating}` : ''}${words}`;
}

const TASK_STATES: Record<string, string> = {
  TODO: 'has not begun',
  DOING: 'has begun',
  DONE: 'is done',
};

function sayTask({ field, from, to }: Change): string {
  if (field === 'task') return `added the step “${to ?? ''}”`;
  if (field === 'task.title') return `renamed the step “${from ?? ''}” to “${to ?? ''}”`;
  if (field === 'task.dropped') return `took the step “${from ?? ''}” back`;
  if (field === 'task.order') return `gave the step “${to ?? ''}” another place`;
  const said = to ?? from ?? '';
  const at = said.lastIndexOf(': ');
  const [title, value] = at < 0 ? [said, ''] : [said.slice(0, at), said.slice(at + 2)];
  const step = `the step “${title}”`;
  switch (field) {
    case 'task.state':
      return `said that ${step} ${TASK_STATES[value] ?? value}`;
    case 'task.blocked':
      return to !== null && value === 'true' ? `said that ${step} is blocked` : `said that ${step} goes on`;
    case 'task.visibility':
      return value === 'SHARED' ? `shared ${step} with the sponsors` : `kept ${step} among IT`;
    case 'task.assigneeId':
      return to === null ? `took ${step} from ${value}` : `gave ${step} to ${value}`;
    case 'task.dueOn':
      return to === null ? `took the date from ${step}` : `set ${step} for ${day(value)}`;
    default:
      return `changed ${step}: ${TASK_FIELDS[field.slice('task.'.length)] ?? 'its details'}`;
  }
}
