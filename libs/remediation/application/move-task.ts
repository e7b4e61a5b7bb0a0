import { badInput } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import type { RemediationTask } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import { StoredLinks } from '../persistence/stored-links.js';
import { BoardJournal } from './board-journal.js';
import { painPointOf, taskOf } from './find-or-refuse.js';

/** Changes the order of the tasks of a pain point. */
@Injectable()
export class MoveTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly journal: BoardJournal,
  ) {}

  async run(
    actor: Actor,
    input: { id: string; painPointId: string; afterId?: string | null; beforeId?: string | null },
  ): Promise<RemediationTask> {
    return this.unitOfWork.run(async (transaction) => {
      const task = await taskOf(transaction, input.id);
      const painPoint = await painPointOf(transaction, input.painPointId);
      if (!(await this.links.placeTask(transaction, painPoint.id, task.id, input))) {
        throw badInput('painPointId', `This task does not belong to ${painPoint.key}.`);
      }
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.TASK, field: 'task.order', to: task.title, visibility: Visibility.INTERNAL },
      ]);
      return task;
    });
  }
}
