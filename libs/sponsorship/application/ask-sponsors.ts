import { badInput, Clock, type DomainEvent, Ids, type Instant } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import {
  type PainPoint,
  type PainPointClosed,
  type PainPointMerged,
  type PainPointMoved,
  painPointOf,
  StageCategory,
  StoredCards,
} from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ConfirmationRequest, whomToAsk } from '../domain/confirmation-request.js';
import { isChecked } from '../domain/confirmation.js';
import { StoredRequests } from '../persistence/stored-requests.js';
import { SPONSOR_ASKED, type SponsorAsked } from './events.js';
import { WhoMayConfirm } from './who-may-confirm.js';

/** Asks those who feel a pain whether it is gone, whenever IT says so. */
@Injectable()
export class AskSponsors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly people: People,
    private readonly who: WhoMayConfirm,
    private readonly requests: StoredRequests,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of a move: a card that comes to checking, or straight to fixed, begins a round; leaving ends it. */
  async whenMoved({ data, at }: DomainEvent<string, PainPointMoved>, transaction: Transaction): Promise<void> {
    const [was, is] = [isChecked(data.fromCategory), isChecked(data.toCategory)];
    if (was && !is) await this.endOpen(transaction, data.painPointId, at);
    if (!is || (was && data.toCategory !== StageCategory.CHECKING)) return;
    if (was && (await this.requests.open(transaction, data.painPointId)).length > 0) return;
    await this.begin(transaction, await painPointOf(transaction, data.painPointId), at);
  }

  /** In the transaction of a closing or a merge: nobody needs to answer for what is off the board. */
  async whenGone({ data, at }: DomainEvent<string, PainPointClosed | PainPointMerged>, transaction: Transaction) {
    await this.endOpen(transaction, data.painPointId, at);
  }

  /** Asks further sponsors; those who were asked in this round already are left alone. */
  async ask(actor: Actor, painPointId: string, personIds: readonly string[]): Promise<PainPoint> {
    if (personIds.length === 0) throw badInput('personIds', 'Name at least one sponsor to ask.');
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, painPointId);
      painPoint.assertOnBoard('painPointId');
      const stage = await this.cards.stage(transaction, painPoint.stageId);
      if (!isChecked(stage.category) || painPoint.confirmed) {
        throw badInput('painPointId', `${painPoint.key} does not wait for an answer now.`);
      }
      const candidates = new Map((await this.who.candidates(transaction, painPoint)).map((one) => [one.personId, one]));
      for (const personId of new Set(personIds)) {
        const candidate = candidates.get(personId);
        const name = (await this.people.byId(personId))?.name ?? 'This person';
        if (!candidate) throw badInput('personIds', `${name} does not stand behind ${painPoint.key}. Add them first.`);
        if (!candidate.mayConfirm)
          throw badInput('personIds', `${name} worked on it or only wrote it down, and cannot say.`);
        if (candidate.muted) throw badInput('personIds', `${name} asked not to be told of ${painPoint.key} any more.`);
      }
      await this.askThem(transaction, painPoint, [...new Set(personIds)], this.clock.now(), actor.personId);
      return painPoint;
    });
  }

  /**
   * Asks for cards that stand in checking without anybody having been asked since they came there: brought in by an
   * import, raised straight into it, or joined only now by somebody who can say.
   */
  async askMissing(): Promise<number> {
    const missing = await this.requests.unasked();
    let asked = 0;
    for (const painPointId of missing) {
      asked += await this.unitOfWork.run(async (transaction) => {
        if ((await this.requests.open(transaction, painPointId)).length > 0) return 0;
        const painPoint = await painPointOf(transaction, painPointId);
        return this.begin(transaction, painPoint, this.clock.now(), true);
      });
    }
    return asked;
  }

  /** Begins a round. The move that caused it tells by itself whom it asks; otherwise an event does. */
  private async begin(transaction: Transaction, painPoint: PainPoint, at: Instant, tell = false): Promise<number> {
    const personIds = whomToAsk(await this.who.candidates(transaction, painPoint));
    const round = (await this.requests.lastRound(transaction, painPoint.id)) + 1;
    for (const personId of personIds) await this.askOne(transaction, painPoint.id, personId, round, at, null, tell);
    return personIds.length;
  }

  private async askThem(
    transaction: Transaction,
    painPoint: PainPoint,
    personIds: readonly string[],
    at: Instant,
    askedById: string,
  ): Promise<void> {
    const round = Math.max(1, await this.requests.lastRound(transaction, painPoint.id));
    const known = new Set(await this.requests.askedInRound(transaction, painPoint.id, round));
    for (const personId of personIds.filter((id) => !known.has(id))) {
      await this.askOne(transaction, painPoint.id, personId, round, at, askedById, true);
    }
  }

  private async askOne(
    transaction: Transaction,
    painPointId: string,
    personId: string,
    round: number,
    askedAt: Instant,
    askedById: string | null,
    tell: boolean,
  ): Promise<void> {
    const request = new ConfirmationRequest({ id: this.ids.next(), painPointId, personId, round, askedAt, askedById });
    transaction.em.persist(request);
    await transaction.em.flush();
    if (!tell) return;
    const data: SponsorAsked = { painPointId, personId, requestId: request.id };
    await transaction.record({ type: SPONSOR_ASKED, data, actorId: askedById });
  }

  private async endOpen(transaction: Transaction, painPointId: string, at: Instant): Promise<void> {
    for (const request of await this.requests.open(transaction, painPointId)) request.end(at);
  }
}
