import { badInput, Clock, dayIn, type Day, Ids } from '@stanch/kernel';
import { type Actor, People, WorkspaceSettings } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { RemediationTask } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import { Win } from '../domain/win.js';
import { StoredLinks } from '../persistence/stored-links.js';
import { WIN_PUBLISHED, WIN_RECORDED, type WinPublished, type WinRecorded } from './events.js';
import { painPointsOf, winOf } from './find-or-refuse.js';
import { TellPainPoints } from './tell-pain-points.js';

/** The most tasks, or persons to thank, of one win. */
const MOST_NAMED = 100;

/** What a win comes with. */
export interface RecordWinInput {
  headline: string;
  painPointIds: string[];
  taskIds?: string[] | null;
  measure?: string | null;
  unit?: string | null;
  before?: number | null;
  after?: number | null;
  savedPerWeek?: number | null;
  achievedOn?: Day | null;
  publish?: boolean | null;
  thanksIds?: string[] | null;
}

/** Writes down what got better, and tells the sponsors unless that shall wait. */
@Injectable()
export class RecordWin {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: StoredLinks,
    private readonly tellPainPoints: TellPainPoints,
    private readonly people: People,
    private readonly settings: WorkspaceSettings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: RecordWinInput): Promise<Win> {
    const { timeZone } = await this.settings.current();
    return this.unitOfWork.run(async (transaction) => {
      const painPoints = await painPointsOf(transaction, 'painPointIds', input.painPointIds);
      const taskIds = [...new Set(input.taskIds ?? [])];
      const thanksIds = [...new Set(input.thanksIds ?? [])];
      await this.assertKnown(transaction, taskIds, thanksIds);
      const now = this.clock.now();
      const today = dayIn(now, timeZone);
      const win = Win.record({
        id: this.ids.next(),
        recordedById: actor.personId,
        now,
        today,
        details: { ...input, achievedOn: input.achievedOn ?? today },
      });
      transaction.em.persist(win);
      await transaction.em.flush();
      const painPointIds = painPoints.map(({ id }) => id);
      await this.links.linkWin(transaction, win.id, { painPointIds, taskIds, thanksIds });
      const data: WinRecorded = { winId: win.id, painPointIds };
      await transaction.record({ type: WIN_RECORDED, data, actorId: actor.personId });
      if (input.publish ?? true) await this.tell(transaction, actor, win, painPointIds);
      else await this.write(transaction, actor, win, painPointIds);
      return win;
    });
  }

  /** Publishes a win that was recorded without telling the sponsors. */
  async publish(actor: Actor, id: string): Promise<Win> {
    return this.unitOfWork.run(async (transaction) => {
      const win = await winOf(transaction, id);
      await this.tell(transaction, actor, win, await this.links.painPointIdsOfWin(transaction, id));
      return win;
    });
  }

  private async tell(transaction: Transaction, actor: Actor, win: Win, painPointIds: string[]): Promise<void> {
    win.publish(this.clock.now());
    await this.write(transaction, actor, win, painPointIds);
    const data: WinPublished = { winId: win.id, painPointIds, headline: win.headline };
    await transaction.record({ type: WIN_PUBLISHED, data, actorId: actor.personId });
  }

  private async write(transaction: Transaction, actor: Actor, win: Win, painPointIds: string[]): Promise<void> {
    const painPoints = await painPointsOf(transaction, 'painPointIds', painPointIds);
    await this.tellPainPoints.run(transaction, painPoints, actor.personId, [
      {
        kind: ChangeKind.WIN,
        field: 'win',
        to: win.headline,
        newValue: win.id,
        visibility: win.published ? Visibility.SHARED : Visibility.INTERNAL,
      },
    ]);
  }

  private async assertKnown({ em }: Transaction, taskIds: string[], thanksIds: string[]): Promise<void> {
    for (const [field, ids] of [['taskIds', taskIds] as const, ['thanksIds', thanksIds] as const]) {
      if (ids.length > MOST_NAMED) throw badInput(field, `A win names up to ${MOST_NAMED} of them.`);
    }
    if ((await em.count(RemediationTask, { id: { $in: taskIds } })) < taskIds.length) {
      throw badInput('taskIds', 'One of these tasks does not exist.');
    }
    if ((await this.people.byIds(thanksIds)).length < thanksIds.length) {
      throw badInput('thanksIds', 'One of the persons to thank does not exist.');
    }
  }
}
