import { badInput, Clock } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import { BoardJournal, ChangeKind, type PainPoint, painPointOf } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Sponsorship, SponsorshipReason } from '../domain/sponsorship.js';
import { SPONSOR_JOINED, type SponsorJoined } from './events.js';

/** "Me too": somebody joins the sponsors of a pain point, by themselves or added by IT. */
@Injectable()
export class JoinPainPoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: BoardJournal,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Joins oneself; joining twice changes nothing. */
  async run(actor: Actor, painPointId: string): Promise<PainPoint> {
    return this.unitOfWork.run((transaction) =>
      this.link(transaction, actor, painPointId, actor.personId, SponsorshipReason.JOINED),
    );
  }

  /** Adds somebody else, as IT does after an interview. */
  async add(actor: Actor, painPointId: string, personId: string): Promise<PainPoint> {
    return this.unitOfWork.run((transaction) =>
      this.link(transaction, actor, painPointId, personId, SponsorshipReason.ADDED),
    );
  }

  /** Lets somebody stand behind it whose own words turned out to say the same; whoever does so tells them. */
  async comeWithMerge(actor: Actor, painPointId: string, personId: string): Promise<PainPoint> {
    return this.unitOfWork.run((transaction) =>
      this.link(transaction, actor, painPointId, personId, SponsorshipReason.MERGED),
    );
  }

  private async link(
    transaction: Transaction,
    actor: Actor,
    painPointId: string,
    personId: string,
    reason: SponsorshipReason,
  ): Promise<PainPoint> {
    const painPoint = await painPointOf(transaction, painPointId);
    if (reason !== SponsorshipReason.MERGED) {
      painPoint.assertOnBoard(reason === SponsorshipReason.JOINED ? 'id' : 'painPointId');
    }
    const person = await this.people.byId(personId);
    if (!person) throw badInput('personId', 'There is no such person. Choose one of the list.');
    if (await transaction.em.findOne(Sponsorship, { painPointId, personId })) return painPoint;
    if (!person.active) throw badInput('personId', `${person.name} no longer takes part. Choose somebody else.`);
    const addedById = actor.personId;
    const at = this.clock.now();
    transaction.em.persist(new Sponsorship({ painPointId, personId, reason, addedById, at }));
    await this.journal.write(transaction, painPoint, actor.personId, [
      { kind: ChangeKind.JOINED, field: 'sponsor', to: person.name, newValue: person.id },
    ]);
    await transaction.em.flush();
    const data: SponsorJoined = { painPointId, personId, reason, addedById };
    await transaction.record({ type: SPONSOR_JOINED, data, actorId: actor.personId });
    return painPoint;
  }
}
