import { Clock, type Day, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { RemediationTask } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import { StoredLinks } from '../persistence/stored-links.js';
import { TASK_ADDED, type TaskChanged } from './events.js';
import { painPointsOf } from './find-or-refuse.js';
import { KnownThings } from './known-things.js';
import { TellPainPoints } from './tell-pain-points.js';

/** What a new task comes with. */
export interface AddTaskInput {
  title: string;
  painPointIds: string[];
  assigneeId?: string | null;
  dueOn?: Day | null;
  estimateDays?: number | null;
  url?: string | null;
  visibility?: Visibility | null;
  /** It may treat no pain point at all: what a meeting asks somebody to do. */
  standsAlone?: boolean;
}

/** Adds a piece of work to the pain points that it treats. */
@Injectable()
export class AddTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly tellPainPoints: TellPainPoints,
    private readonly known: KnownThings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: AddTaskInput): Promise<RemediationTask> {
    return this.unitOfWork.run(async (transaction) => {
      const alone = input.standsAlone === true && input.painPointIds.length === 0;
      const painPoints = alone ? [] : await painPointsOf(transaction, 'painPointIds', input.painPointIds);
      await this.known.assert({ assigneeId: input.assigneeId });
      const { title, assigneeId, dueOn, estimateDays, url } = input;
      const task = RemediationTask.make({
        id: this.ids.next(),
        createdAt: this.clock.now(),
        visibility: input.visibility ?? Visibility.INTERNAL,
        details: { title, assigneeId, dueOn, estimateDays, url },
      });
      transaction.em.persist(task);
      await transaction.em.flush();
      const painPointIds = painPoints.map(({ id }) => id);
      await this.links.linkTask(transaction, task.id, painPointIds);
      await this.tellPainPoints.run(transaction, painPoints, actor.personId, [
        { kind: ChangeKind.TASK, field: 'task', to: task.title, newValue: task.id, visibility: task.visibility },
      ]);
      const data: TaskChanged = { taskId: task.id, painPointIds };
      await transaction.record({ type: TASK_ADDED, data, actorId: actor.personId });
      return task;
    });
  }
}
