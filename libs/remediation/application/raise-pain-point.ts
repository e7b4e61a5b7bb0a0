import { badInput, Clock, forbidden, Ids, type Instant } from '@stanch/kernel';
import { type Actor, atLeast, People, Role } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ChangeKind } from '../domain/change.js';
import { PainPoint } from '../domain/pain-point.js';
import type { PainPointEdit } from '../domain/pain-point-edit.js';
import { StageCategory } from '../domain/stage.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { BoardJournal } from './board-journal.js';
import { PAIN_POINT_RAISED, type PainPointRaised } from './events.js';
import { boardOf } from './find-or-refuse.js';
import { KnownThings } from './known-things.js';

/** What a new pain point may come with; only the title is needed. */
export interface RaisePainPointInput {
  title: string;
  description?: string | null;
  businessUnitId?: string | null;
  serviceId?: string | null;
  tags?: string[] | null;
  peopleAffected?: number | null;
  hoursLostPerPersonPerWeek?: number | null;
  directCostPerWeek?: number | null;
  effortDays?: number | null;
  /** The sponsor whose pain it is, when somebody of IT writes it down for them. */
  raiserId?: string | null;
  stageId?: string | null;
  boardId?: string | null;
}

/** Puts a new pain point on the board, at the end of its stage. */
@Injectable()
export class RaisePainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly journal: BoardJournal,
    private readonly people: People,
    private readonly known: KnownThings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: RaisePainPointInput): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const board = await boardOf(transaction, input.boardId);
      const raiserId = await this.raiserOf(actor, input.raiserId);
      const stage = await this.stageFor(transaction, actor, board.id, input.stageId);
      const businessUnitId = input.businessUnitId ?? (await this.people.byId(raiserId))?.businessUnitId ?? null;
      await this.known.assert({ businessUnitId, serviceId: input.serviceId });
      const { prefix, first } = await this.cards.takeNumbers(transaction, board.id, 1);
      const now: Instant = this.clock.now();
      const painPoint = PainPoint.raise({
        id: this.ids.next(),
        boardId: board.id,
        key: `${prefix}-${first}`,
        stage,
        rank: await this.cards.rankAtEnd(transaction, stage.id),
        raiserId,
        typedById: actor.personId,
        raisedAt: now,
        details: detailsOf({ ...input, businessUnitId }),
      });
      await this.journal.write(transaction, painPoint, actor.personId, [
        { kind: ChangeKind.RAISED, field: 'stage', to: stage.name, newValue: stage.id },
      ]);
      const data: PainPointRaised = {
        painPointId: painPoint.id,
        boardId: board.id,
        raiserId,
        typedById: actor.personId,
      };
      await transaction.record({ type: PAIN_POINT_RAISED, data, actorId: actor.personId });
      return painPoint;
    });
  }

  private async raiserOf(actor: Actor, raiserId: string | null | undefined): Promise<string> {
    if (raiserId == null || raiserId === actor.personId) return actor.personId;
    if (!atLeast(actor.role, Role.IT)) {
      throw forbidden('Only IT can raise a pain point on behalf of somebody else.');
    }
    const raiser = await this.people.byId(raiserId);
    if (!raiser) throw badInput('raiserId', 'There is no such person. Add them first, then raise it on their behalf.');
    if (!raiser.active) throw badInput('raiserId', `${raiser.name} no longer takes part. Choose somebody else.`);
    return raiser.id;
  }

  private async stageFor(transaction: Transaction, actor: Actor, boardId: string, stageId: string | null | undefined) {
    const stages = await this.cards.stagesOf(transaction, boardId);
    const start = stages.find(({ category }) => category === StageCategory.BLEEDING);
    const stage = stageId != null ? stages.find(({ id }) => id === stageId) : start;
    if (!stage) throw badInput('stageId', 'There is no such stage on this board.');
    if (stage !== start && !atLeast(actor.role, Role.IT)) {
      throw forbidden('A pain point that a sponsor raises starts where the board starts.');
    }
    return stage;
  }
}

/** Absent and null both mean "not given" when something is raised. */
function detailsOf(input: RaisePainPointInput): PainPointEdit & { title: string } {
  return {
    title: input.title,
    description: input.description ?? undefined,
    businessUnitId: input.businessUnitId ?? null,
    serviceId: input.serviceId ?? null,
    tags: input.tags ?? undefined,
    peopleAffected: input.peopleAffected ?? undefined,
    hoursLostPerPersonPerWeek: input.hoursLostPerPersonPerWeek ?? undefined,
    directCostPerWeek: input.directCostPerWeek ?? undefined,
    effortDays: input.effortDays ?? null,
  };
}
