import { day, number } from '../../format.js';
import type { Details } from './use-details.js';

type Change = Details['history'][number];

const FIELDS: Record<string, string> = {
  title: 'the title',
  description: 'the words',
  ownerId: 'who has it in hand',
  businessUnitId: 'the business unit',
  serviceId: 'the service',
  tags: 'the tags',
  peopleAffected: 'how many people it hits',
  hoursLostPerPersonPerWeek: 'the hours lost',
  directCostPerWeek: 'the direct cost',
  effortDays: 'the effort',
  blocked: 'whether it is blocked',
  blockedReason: 'what blocks it',
};

/** A line of the history as a sentence after the name of who did it; null when it says nothing to a reader. */
export function sayChange({ kind, field, from, to }: Pick<Change, 'kind' | 'field' | 'from' | 'to'>): string {
  switch (kind) {
    case 'RAISED':
      return 'raised it';
    case 'MOVED':
      return from ? `moved it from ${from} to ${to ?? 'another stage'}` : `moved it to ${to ?? 'another stage'}`;
    case 'EDITED':
      return sayEdit(field, from, to);
    case 'CLOSED':
      return `took it off the board: ${to ?? ''}`;
    case 'REOPENED':
      return to ? `brought it back: ${to}` : 'brought it back';
    case 'MERGED':
      return field === 'mergedInto' ? `merged it into ${to ?? 'another'}` : `merged ${to ?? 'another'} into it`;
    case 'JOINED':
      return `${to ?? 'somebody'} joined: me too`;
    case 'TASK':
      return sayTask(field, from, to);
    case 'WIN':
      return `win: ${to ?? ''}`;
    case 'COMMITMENT':
      return from && to ? `moved the promise from ${day(from)} to ${day(to)}` : `promised it for ${to ? day(to) : '?'}`;
    case 'COMMENT':
      return 'said something';
    case 'CONFIRMED':
      return `answered: ${to ?? ''}`;
    case 'UNDONE':
      return 'took a change back';
  }
}

function sayEdit(field: string, from: string | null, to: string | null): string {
  if (field === 'blocked') return to === 'true' ? 'marked it as blocked' : 'said that it goes on';
  const name = FIELDS[field] ?? field;
  if (field === 'description' || to === null) return to === null ? `emptied ${name}` : `changed ${name}`;
  const shown = (value: string) => (Number.isFinite(Number(value)) ? number(Number(value), 2) : value);
  return from === null || from === '0'
    ? `set ${name} to ${shown(to)}`
    : `changed ${name} from ${shown(from)} to ${shown(to)}`;
}

const TASK_STATES: Record<string, string> = { TODO: 'not begun', DOING: 'begun', DONE: 'done' };

function sayTask(field: string, from: string | null, to: string | null): string {
  if (field === 'task') return `added the task ${to ?? ''}`;
  if (field === 'task.state' && to) {
    const at = to.lastIndexOf(': ');
    return `task ${to.slice(0, at)}: ${TASK_STATES[to.slice(at + 2)] ?? to.slice(at + 2)}`;
  }
  if (field === 'task.title') return `renamed the task ${from ?? ''} to ${to ?? ''}`;
  return `changed the task ${to ?? from ?? ''}`;
}
