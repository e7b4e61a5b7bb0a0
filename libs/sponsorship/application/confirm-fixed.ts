import { badInput, Clock, Ids } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import {
  BoardJournal,
  ChangeKind,
  type PainPoint,
  painPointOf,
  PlaceCard,
  ReopenPainPoint,
  type Stage,
  StageCategory,
  StoredCards,
} from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Confirmation, type OnBehalf } from '../domain/confirmation.js';
import { StoredRequests } from '../persistence/stored-requests.js';
import { FIX_CONFIRMED, type FixConfirmed, STILL_BLEEDING, type StillBleeding } from './events.js';
import { WhoMayConfirm } from './who-may-confirm.js';

/** A sponsor's answer. */
export interface ConfirmFixedInput {
  painPointId: string;
  fixed: boolean;
  rating?: number | null;
  words?: string | null;
}

/** A sponsor says whether it is fixed: yes makes it confirmed, no brings it back to treating. */
@Injectable()
export class ConfirmFixed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
    private readonly placeCard: PlaceCard,
    private readonly reopen: ReopenPainPoint,
    private readonly journal: BoardJournal,
    private readonly people: People,
    private readonly who: WhoMayConfirm,
    private readonly requests: StoredRequests,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The sponsor answers, signed in or by the link in the mail. */
  async run(actor: Pick<Actor, 'personId'>, input: ConfirmFixedInput): Promise<PainPoint> {
    return this.unitOfWork.run((transaction) => this.take(transaction, actor.personId, input, null));
  }

  /** A lead answers for a sponsor and says how they know; it is marked so for ever. */
  async runFor(actor: Actor, input: ConfirmFixedInput & { personId: string; howKnown: string }): Promise<PainPoint> {
    return this.unitOfWork.run(async (transaction) => {
      const painPoint = await painPointOf(transaction, input.painPointId);
      const { workedOnIt } = await this.who.about(transaction, actor.personId, painPoint, '');
      const onBehalf: OnBehalf = { byId: actor.personId, howKnown: input.howKnown, workedOnIt };
      if (!(await this.people.byId(input.personId))) {
        throw badInput('personId', 'There is no such person. Choose one of its sponsors.');
      }
      if (actor.personId === input.personId) throw badInput('personId', 'Answer for yourself with your own word.');
      return this.take(transaction, input.personId, input, onBehalf);
    });
  }

  private async take(
    transaction: Transaction,
    personId: string,
    input: ConfirmFixedInput,
    onBehalf: OnBehalf | null,
  ): Promise<PainPoint> {
    const painPoint = await painPointOf(transaction, input.painPointId);
    painPoint.assertOnBoard('painPointId');
    const stages = await this.cards.stagesOf(transaction, painPoint.boardId);
    const category = stages.find(({ id }) => id === painPoint.stageId)?.category ?? '';
    const who = await this.who.about(transaction, personId, painPoint, category);
    const { painPointId, fixed, rating, words } = input;
    const given = { id: this.ids.next(), painPointId, personId, fixed, rating, words, at: this.clock.now() };
    const answer = Confirmation.answer(given, who, onBehalf);
    if (!answer.fixed) painPoint.assertReopenable(answer.at);
    transaction.em.persist(answer);
    (await this.requests.openOf(transaction, painPointId, personId))?.answer(answer.fixed, answer.at);
    if (answer.fixed) await this.confirm(transaction, painPoint, stages, answer);
    else await this.bleedOn(transaction, painPoint, answer);
    return painPoint;
  }

  private async confirm(
    transaction: Transaction,
    painPoint: PainPoint,
    stages: readonly Stage[],
    answer: Confirmation,
  ): Promise<void> {
    const { personId, rating, words, howKnown } = answer;
    const actorId = answer.byId ?? personId;
    const fixed = stages.findLast(({ category }) => category === StageCategory.FIXED);
    const stands = stages.find(({ id }) => id === painPoint.stageId);
    if (fixed && stands?.category !== StageCategory.FIXED) {
      await this.placeCard.run(transaction, actorId, painPoint, fixed, {}, { answered: true });
    }
    painPoint.confirm();
    const said = ['Fixed', rating === null ? null : `${rating} of 5`, words || null].filter((part) => part !== null);
    await this.writeDown(transaction, painPoint, answer, said.join(': '));
    const data: FixConfirmed = { painPointId: painPoint.id, personId, rating, words, howKnown };
    await transaction.record({ type: FIX_CONFIRMED, data, actorId });
  }

  private async bleedOn(transaction: Transaction, painPoint: PainPoint, answer: Confirmation): Promise<void> {
    const { personId, words, howKnown } = answer;
    const actorId = answer.byId ?? personId;
    await this.writeDown(transaction, painPoint, answer, `Still bleeding: ${words}`);
    await this.reopen.bleedAgain(transaction, actorId, painPoint, words);
    const data: StillBleeding = { painPointId: painPoint.id, personId, words, howKnown };
    await transaction.record({ type: STILL_BLEEDING, data, actorId });
  }

  /** The history says whose word it is, and when a lead brought it, how they know. */
  private async writeDown(
    transaction: Transaction,
    painPoint: PainPoint,
    { personId, fixed, byId, howKnown }: Confirmation,
    to: string,
  ): Promise<void> {
    const sponsor = byId === null ? null : ((await this.people.byId(personId))?.name ?? 'a sponsor');
    await this.journal.write(transaction, painPoint, byId ?? personId, [
      sponsor === null
        ? { kind: ChangeKind.CONFIRMED, field: 'confirmed', to, newValue: fixed }
        : { kind: ChangeKind.CONFIRMED, field: 'confirmedFor', from: `${sponsor} (${howKnown})`, to, newValue: fixed },
    ]);
  }
}
