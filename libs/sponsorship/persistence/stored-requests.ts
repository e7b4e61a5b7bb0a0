import type { Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { CHECKED_CATEGORIES } from '../domain/confirmation.js';
import { ConfirmationRequest, remindAfter } from '../domain/confirmation-request.js';

interface RequestRow {
  id: string;
  pain_point_id: string;
  person_id: string;
  round: number;
  asked_at: Instant;
  asked_by_id: string | null;
  reminded_at: Instant | null;
  answered_at: Instant | null;
  fixed: number | boolean | null;
  ended_at: Instant | null;
}

interface Tables {
  confirmation_request: RequestRow;
  pain_point: {
    id: string;
    stage_id: string;
    entered_stage_at: Instant;
    closed_at: Instant | null;
    confirmed: number | boolean;
  };
  stage: { id: string; category: string };
}

/** Who was asked whether a pain point is fixed. */
@Injectable()
export class StoredRequests {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those that wait for an answer, to be changed in this transaction. */
  async open({ em }: Pick<Transaction, 'em'>, painPointId: string): Promise<ConfirmationRequest[]> {
    return em.find(ConfirmationRequest, { painPointId, answeredAt: null, endedAt: null });
  }

  /** The one of a person that waits for an answer, to be changed in this transaction; null when there is none. */
  async openOf(
    { em }: Pick<Transaction, 'em'>,
    painPointId: string,
    personId: string,
  ): Promise<ConfirmationRequest | null> {
    return em.findOne(ConfirmationRequest, { painPointId, personId, answeredAt: null, endedAt: null });
  }

  /** The number of the last round; 0 before the first. */
  async lastRound({ em }: Pick<Transaction, 'em'>, painPointId: string): Promise<number> {
    const row = await em
      .getKysely<Tables>()
      .selectFrom('confirmation_request')
      .select((eb) => eb.fn.max('round').as('round'))
      .where('pain_point_id', '=', painPointId)
      .executeTakeFirst();
    return Number(row?.round ?? 0);
  }

  /** Who was asked in a round, answered or not. */
  async askedInRound({ em }: Pick<Transaction, 'em'>, painPointId: string, round: number): Promise<string[]> {
    const rows = await em
      .getKysely<Tables>()
      .selectFrom('confirmation_request')
      .select('person_id')
      .where('pain_point_id', '=', painPointId)
      .where('round', '=', round)
      .execute();
    return rows.map((row) => row.person_id);
  }

  /** When the first who still waits was asked; null when nobody waits. */
  async askedSince({ em }: Pick<Transaction, 'em'>, painPointId: string): Promise<Instant | null> {
    const row = await em
      .getKysely<Tables>()
      .selectFrom('confirmation_request')
      .select((eb) => eb.fn.min('asked_at').as('since'))
      .where('pain_point_id', '=', painPointId)
      .where('answered_at', 'is', null)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row?.since ?? null;
  }

  /** The latest of each person for each of these pain points, the first asked first; to look at only. */
  async latest(painPointIds: readonly string[]): Promise<Map<string, ConfirmationRequest[]>> {
    const rows = await this.unitOfWork.read((em) => {
      const kysely = em.getKysely<Tables>();
      return kysely
        .selectFrom('confirmation_request')
        .selectAll()
        .where('pain_point_id', 'in', [...painPointIds])
        .orderBy('round')
        .orderBy('id')
        .execute();
    });
    const found = new Map<string, Map<string, ConfirmationRequest>>();
    for (const row of rows) {
      const ofCard = found.get(row.pain_point_id) ?? new Map<string, ConfirmationRequest>();
      found.set(row.pain_point_id, ofCard.set(row.person_id, readRequest(row)));
    }
    return new Map([...found].map(([id, requests]) => [id, [...requests.values()]]));
  }

  /** One by its id; null when there is none. */
  async byId(id: string): Promise<ConfirmationRequest | null> {
    return this.unitOfWork.read((em) => em.findOne(ConfirmationRequest, { id }));
  }

  /** What a person is asked now, the oldest first. */
  async openFor(personId: string): Promise<ConfirmationRequest[]> {
    return this.unitOfWork.read((em) =>
      em.find(ConfirmationRequest, { personId, answeredAt: null, endedAt: null }, { orderBy: { askedAt: 'asc' } }),
    );
  }

  /** The ids of those who are to be reminded: asked long enough ago, about what nobody has confirmed. */
  async toRemind(now: Instant): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      onBoard(em.getKysely<Tables>())
        .innerJoin('confirmation_request', 'confirmation_request.pain_point_id', 'pain_point.id')
        .where('pain_point.confirmed', '=', false)
        .where('confirmation_request.answered_at', 'is', null)
        .where('confirmation_request.ended_at', 'is', null)
        .where('confirmation_request.reminded_at', 'is', null)
        .select(['confirmation_request.id', 'confirmation_request.asked_at'])
        .execute(),
    );
    return rows.filter(({ asked_at }) => remindAfter(asked_at) <= now).map(({ id }) => id);
  }

  /** The pain points that came to checking at this time or before, and stand there still. */
  async inCheckingSince(time: Instant): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      onBoard(em.getKysely<Tables>())
        .where('stage.category', '=', 'CHECKING')
        .where('pain_point.entered_stage_at', '<=', time)
        .select('pain_point.id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** The pain points that stand in checking and of which nobody was asked since they came there. */
  async unasked(): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      onBoard(em.getKysely<Tables>())
        .where('stage.category', '=', 'CHECKING')
        .where('pain_point.confirmed', '=', false)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('confirmation_request')
                .select('confirmation_request.id')
                .whereRef('confirmation_request.pain_point_id', '=', 'pain_point.id')
                .whereRef('confirmation_request.asked_at', '>=', 'pain_point.entered_stage_at'),
            ),
          ),
        )
        .select('pain_point.id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }
}

function onBoard(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom('pain_point')
    .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
    .where('pain_point.closed_at', 'is', null)
    .where('stage.category', 'in', CHECKED_CATEGORIES);
}

function readRequest(row: RequestRow): ConfirmationRequest {
  return Object.assign(Object.create(ConfirmationRequest.prototype) as ConfirmationRequest, {
    id: row.id,
    painPointId: row.pain_point_id,
    personId: row.person_id,
    round: row.round,
    askedAt: row.asked_at,
    askedById: row.asked_by_id,
    remindedAt: row.reminded_at,
    answeredAt: row.answered_at,
    fixed: row.fixed === null ? null : Boolean(row.fixed),
    endedAt: row.ended_at,
  });
}
