import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { StoredLinks } from '../persistence/stored-links.js';
import { TASK_EDITED, type TaskChanged } from './events.js';
import { painPointsOf, taskOf } from './find-or-refuse.js';
import { TellPainPoints } from './tell-pain-points.js';

/** Takes a task off everything that it treats, as if it had not been given out; the history says that it was. */
@Injectable()
export class DropTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly tellPainPoints: TellPainPoints,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const task = await taskOf(transaction, id);
      const painPointIds = await this.links.painPointIdsOfTask(transaction, id);
      if (painPointIds.length === 0) return;
      const painPoints = await painPointsOf(transaction, 'painPointIds', painPointIds);
      await this.links.unlinkTask(transaction, id, painPointIds);
      task.countChange(['painPointIds']);
      const { title, visibility } = task;
      await this.tellPainPoints.run(transaction, painPoints, actor.personId, [
        { kind: ChangeKind.TASK, field: 'task.dropped', from: title, newValue: id, visibility },
      ]);
      const data: TaskChanged = { taskId: id, painPointIds };
      await transaction.record({ type: TASK_EDITED, data, actorId: actor.personId });
    });
  }
}
