import { badInput, Clock, conflict } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { type RemediationTask, type TaskEdit, type TaskField, TaskState } from '../domain/remediation-task.js';
import { StoredLinks } from '../persistence/stored-links.js';
import type { Entry } from './board-journal.js';
import { DescribeValue } from './describe-value.js';
import { TASK_DONE, TASK_EDITED, type TaskChanged, type TaskDone } from './events.js';
import { painPointsOf, taskOf } from './find-or-refuse.js';
import { KnownThings } from './known-things.js';
import { TellPainPoints } from './tell-pain-points.js';

/** The fields to change, and the version they were seen in. */
export interface UpdateTaskInput extends TaskEdit {
  id: string;
  expectedVersion: number;
  painPointIds?: string[];
}

/**
 * Edits a task: its words, state, assignee, dates, or which pain points it treats. Fields that nobody else touched since
 * the expected version are merged in; where somebody did, the edit is refused with the present state.
 */
@Injectable()
export class UpdateTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly tellPainPoints: TellPainPoints,
    private readonly describe: DescribeValue,
    private readonly known: KnownThings,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: UpdateTaskInput): Promise<RemediationTask> {
    const { id, expectedVersion, ...wanted } = input;
    const { painPointIds, ...edit } = wanted;
    return this.unitOfWork.run(async (transaction) => {
      const task = await taskOf(transaction, id);
      await this.assertNotStale(transaction, task, expectedVersion, wanted);
      await this.known.assert(edit, task);
      const before = { ...task };
      const changed = task.edit(edit, this.clock.now());
      const relinked = painPointIds ? await this.relink(transaction, task.id, painPointIds) : false;
      if (changed.length === 0 && !relinked) return task;
      task.countChange(relinked ? [...changed, 'painPointIds'] : changed);
      await this.tell(transaction, actor, task, before, changed);
      return task;
    });
  }

  /** Refuses to overwrite what somebody else has changed since the expected version to another value. */
  private async assertNotStale(
    transaction: Transaction,
    task: RemediationTask,
    expectedVersion: number,
    wanted: TaskEdit & { painPointIds?: string[] },
  ): Promise<void> {
    if (expectedVersion > task.version || expectedVersion < 0) {
      throw badInput('expectedVersion', `This task has version ${task.version}. Reload it and edit again.`);
    }
    const { painPointIds, ...edit } = wanted;
    const present = { ...task, painPointIds: await this.links.painPointIdsOfTask(transaction, task.id) };
    const changing: TaskField[] = task.wouldChange(edit);
    if (painPointIds && !sameSet(painPointIds, present.painPointIds)) changing.push('painPointIds');
    const stale = task.changedSince(expectedVersion, changing);
    if (stale.length === 0) return;
    throw conflict('Somebody else has changed this task meanwhile. Choose which version shall stand.', {
      version: task.version,
      fields: stale,
      ...Object.fromEntries(stale.map((field) => [field, present[field]])),
    });
  }

  private async tell(
    transaction: Transaction,
    actor: Actor,
    task: RemediationTask,
    before: TaskEdit,
    changed: (keyof TaskEdit)[],
  ): Promise<void> {
    const ids = await this.links.painPointIdsOfTask(transaction, task.id);
    const painPoints = ids.length === 0 ? [] : await painPointsOf(transaction, 'painPointIds', ids);
    const entries: Entry[] = [];
    for (const field of changed) {
      entries.push({
        kind: ChangeKind.TASK,
        field: `task.${field}`,
        from: await this.inWords(task, field, before[field]),
        to: await this.inWords(task, field, task[field]),
        newValue: task.id,
        visibility: task.visibility,
      });
    }
    await this.tellPainPoints.run(transaction, painPoints, actor.personId, entries);
    const painPointIds = painPoints.map(({ id }) => id);
    const edited: TaskChanged = { taskId: task.id, painPointIds };
    await transaction.record({ type: TASK_EDITED, data: edited, actorId: actor.personId });
    if (changed.includes('state') && task.state === TaskState.DONE) {
      const done: TaskDone = { taskId: task.id, painPointIds, title: task.title, visibility: task.visibility };
      await transaction.record({ type: TASK_DONE, data: done, actorId: actor.personId });
    }
  }

  private async inWords(task: RemediationTask, field: keyof TaskEdit, value: unknown): Promise<string | null> {
    const words = await this.describe.run(field, value);
    return field === 'title' || words === null ? words : `${task.title}: ${words}`;
  }

  private async relink(transaction: Transaction, taskId: string, painPointIds: string[]): Promise<boolean> {
    const wanted = (await painPointsOf(transaction, 'painPointIds', painPointIds)).map(({ id }) => id);
    const present = await this.links.painPointIdsOfTask(transaction, taskId);
    const added = wanted.filter((id) => !present.includes(id));
    const removed = present.filter((id) => !wanted.includes(id));
    await this.links.linkTask(transaction, taskId, added);
    await this.links.unlinkTask(transaction, taskId, removed);
    return added.length + removed.length > 0;
  }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((id) => other.includes(id)) && other.every((id) => one.includes(id));
}
