import { type Change, ChangeKind } from '../domain/change.js';

/** What a change means to a sponsor, in plain words. */
export function sayNews(change: Pick<Change, 'kind' | 'field' | 'from' | 'to'>): string {
  const { kind, to } = change;
  if (kind === ChangeKind.RAISED) return 'Raised';
  if (kind === ChangeKind.MOVED) return `Moved to ${to ?? 'another stage'}`;
  if (kind === ChangeKind.CLOSED) return `Taken off the board: ${to ?? ''}`;
  if (kind === ChangeKind.REOPENED) return to ? `Back again: ${to}` : 'Back on the board';
  if (kind === ChangeKind.MERGED) {
    return change.field === 'mergedInto' ? `Lives on in ${to ?? 'another one'}` : `Joined by ${to ?? 'another one'}`;
  }
  if (kind === ChangeKind.JOINED) return `${to ?? 'Somebody'} joined: me too`;
  if (change.field === 'task.dropped') return `Task taken back: ${change.from ?? ''}`;
  if (kind === ChangeKind.TASK) return change.field === 'task' ? `New task: ${to ?? ''}` : `Task: ${to ?? 'changed'}`;
  if (kind === ChangeKind.WIN) return `A win: ${to ?? ''}`;
  if (change.field === 'commitment.withdrawn') return to ? `Promised for ${to} again` : 'The promise was taken back';
  if (change.field === 'commitment.broken') return `The promised date passed: ${change.from ?? ''}`;
  if (change.field === 'commitment.explained') return `Why the promise was not kept: ${to ?? ''}`;
  if (kind === ChangeKind.COMMITMENT) return `Promised for ${to ?? 'a date'}`;
  if (change.field === 'workaround.ended') return `The workaround helps no longer: ${to ?? ''}`;
  if (kind === ChangeKind.WORKAROUND) return `A workaround: ${to ?? ''}`;
  if (kind === ChangeKind.COMMENT) return 'A new comment';
  if (kind === ChangeKind.CONFIRMED) return to ?? 'Answered whether it is fixed';
  return 'Details changed';
}
