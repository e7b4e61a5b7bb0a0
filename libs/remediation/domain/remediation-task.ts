import { badInput, boundedNumber, type Day, type Instant, limitedText, requiredText } from '@stanch/kernel';
import type { Visibility } from './visibility.js';

/** How far a task is. */
export const TaskState = { TODO: 'TODO', DOING: 'DOING', DONE: 'DONE' } as const;
export type TaskState = (typeof TaskState)[keyof typeof TaskState];

/** The fields that `edit` takes; a field that is missing stays as it is. */
export interface TaskEdit {
  title?: string;
  state?: TaskState;
  assigneeId?: string | null;
  dueOn?: Day | null;
  estimateDays?: number | null;
  url?: string | null;
  blocked?: boolean;
  blockedReason?: string | null;
  visibility?: Visibility;
}

/** What an edit of a task may touch: its fields, and which pain points it treats. */
export type TaskField = keyof TaskEdit | 'painPointIds';
type TaskFieldVersions = Readonly<Partial<Record<TaskField, number>>>;

const LONGEST_TITLE = 200;
const LONGEST_URL = 2_000;
const LONGEST_REASON = 2_000;
const HIGHEST_ESTIMATE = 10_000;

/** A piece of work that treats one or several pain points. Internal to IT unless it is shared. */
export class RemediationTask {
  id!: string;
  title!: string;
  state!: TaskState;
  assigneeId!: string | null;
  dueOn!: Day | null;
  estimateDays!: number | null;
  /** Where the work is tracked elsewhere, if it is. */
  url!: string | null;
  blocked!: boolean;
  blockedReason!: string | null;
  visibility!: Visibility;
  version!: number;
  /** The version in which each field was changed last, so that edits of different fields can be merged. */
  changedIn!: TaskFieldVersions;
  createdAt!: Instant;
  doneAt!: Instant | null;

  static make(data: { id: string; createdAt: Instant; visibility: Visibility; details: TaskEdit & { title: string } }) {
    const task = Object.assign(new RemediationTask(), {
      id: data.id,
      title: '',
      state: TaskState.TODO,
      assigneeId: null,
      dueOn: null,
      estimateDays: null,
      url: null,
      blocked: false,
      blockedReason: null,
      visibility: data.visibility,
      version: 1,
      changedIn: {},
      createdAt: data.createdAt,
      doneAt: null,
    });
    task.edit(data.details, data.createdAt);
    return task;
  }

  /** Which of these fields somebody has changed since a version. */
  changedSince(version: number, fields: readonly TaskField[]): TaskField[] {
    return fields.filter((field) => (this.changedIn[field] ?? 0) > version);
  }

  /** Counts a change of these fields. */
  countChange(fields: readonly TaskField[]): void {
    this.version += 1;
    const now = Object.fromEntries(fields.map((field) => [field, this.version]));
    this.changedIn = { ...this.changedIn, ...now };
  }

  /** The fields that an edit would change; what stands already is no change. */
  wouldChange(edit: TaskEdit): (keyof TaskEdit)[] {
    const wanted = this.checked(edit);
    return (Object.keys(wanted) as (keyof TaskEdit)[]).filter((field) => this[field] !== wanted[field]);
  }

  /** Changes fields after checking them; says which really changed. */
  edit(edit: TaskEdit, now: Instant): (keyof TaskEdit)[] {
    const changed = this.wouldChange(edit);
    Object.assign(this, this.checked(edit));
    if (changed.includes('state')) this.doneAt = this.state === TaskState.DONE ? now : null;
    return changed;
  }

  private checked(edit: TaskEdit): TaskEdit {
    return checked(edit, edit.blocked ?? this.blocked);
  }
}

function checked(edit: TaskEdit, blocked: boolean): TaskEdit {
  const wanted: TaskEdit = {};
  if (edit.title !== undefined)
    wanted.title = requiredText('title', 'The title of the task', edit.title, LONGEST_TITLE);
  for (const field of ['state', 'assigneeId', 'dueOn', 'visibility'] as const) {
    if (edit[field] !== undefined) Object.assign(wanted, { [field]: edit[field] });
  }
  if (edit.estimateDays !== undefined) {
    wanted.estimateDays =
      edit.estimateDays === null
        ? null
        : boundedNumber('estimateDays', 'The estimate in days', edit.estimateDays, HIGHEST_ESTIMATE);
  }
  if (edit.url !== undefined) wanted.url = checkedUrl(edit.url);
  if (edit.blocked !== undefined) {
    wanted.blocked = edit.blocked;
    if (!edit.blocked) wanted.blockedReason = null;
  }
  if (edit.blockedReason !== undefined && blocked) {
    const text = limitedText('blockedReason', 'What blocks it', edit.blockedReason ?? '', LONGEST_REASON);
    wanted.blockedReason = text === '' ? null : text;
  }
  return wanted;
}

/** Only web addresses: a link that runs a script must never reach a screen. */
function checkedUrl(url: string | null): string | null {
  const text = limitedText('url', 'The link', url ?? '', LONGEST_URL);
  if (text === '') return null;
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol)) {
    throw badInput('url', 'The link must be a web address that begins with http:// or https://.');
  }
  return text;
}
