import { type Ids, type Instant, notFound } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Decision } from '../domain/decision.js';
import { Meeting, MeetingState } from '../domain/meeting.js';
import { completed, type StoredMinutes } from '../domain/earlier-minutes.js';
import type { Minutes } from '../domain/minutes.js';
import type { Shown } from '../domain/time-spent.js';
import type { MeetingTables } from './tables.js';

/** Meetings as they are stored, and what hangs on them. */
@Injectable()
export class StoredMeetings {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The meeting of an id, to be changed in this transaction. */
  async of({ em }: Pick<Transaction, 'em'>, id: string): Promise<Meeting> {
    const meeting = await em.findOne(Meeting, { id });
    if (!meeting) throw notFound('meeting');
    return meeting;
  }

  /** The meeting of an id, to be looked at. */
  async one(id: string): Promise<Meeting> {
    return this.unitOfWork.read((em) => this.of({ em }, id));
  }

  /** The meeting of a board that runs now, to be changed in this transaction; null when none does. */
  async running({ em }: Pick<Transaction, 'em'>, boardId: string): Promise<Meeting | null> {
    return em.findOne(Meeting, { boardId, state: MeetingState.RUNNING });
  }

  /** When the last meeting of a board was ended; null when none was. */
  async lastEndedAt({ em }: Pick<Transaction, 'em'>, boardId: string): Promise<Instant | null> {
    const row = await em
      .getKysely<MeetingTables>()
      .selectFrom('meeting')
      .select((eb) => eb.fn.max('ended_at').as('at'))
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    return row?.at ?? null;
  }

  /** A page of the meetings of a board, the latest first, and how many there are. */
  async page(
    boardId: string,
    limit: number,
    after: { startedAt: string; id: string } | null,
  ): Promise<{ meetings: Meeting[]; count: number }> {
    const further = after && {
      $or: [{ startedAt: { $lt: after.startedAt } }, { startedAt: after.startedAt, id: { $lt: after.id } }],
    };
    return this.unitOfWork.read(async (em) => ({
      meetings: await em.find(
        Meeting,
        { $and: [{ boardId }, further ?? {}] },
        { orderBy: { startedAt: 'desc', id: 'desc' }, limit },
      ),
      count: await em.count(Meeting, { boardId }),
    }));
  }

  /** Notes where the meeting stands from now on. */
  async noteShown({ em }: Transaction, ids: Ids, { id, position, presentedAt, presentedById }: Meeting): Promise<void> {
    await em
      .getKysely<MeetingTables>()
      .insertInto('meeting_shown')
      .values({
        id: ids.next(),
        meeting_id: id,
        at: presentedAt,
        by_id: presentedById,
        step: position.step,
        page: position.page,
        pain_point_id: position.painPointId,
        win_id: position.winId,
      })
      .execute();
  }

  /** What was shown in a meeting, the oldest first. */
  async shown(meetingId: string): Promise<Shown[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<MeetingTables>()
        .selectFrom('meeting_shown')
        .select(['at', 'step', 'page', 'pain_point_id', 'win_id'])
        .where('meeting_id', '=', meetingId)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ at, step, page, pain_point_id, win_id }) => ({
      at,
      step,
      page,
      painPointId: pain_point_id,
      winId: win_id,
    }));
  }

  /** Who is known to be there, or not to come. */
  async attendance(meetingId: string): Promise<{ personId: string; present: boolean }[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<MeetingTables>()
        .selectFrom('attendance')
        .select(['person_id', 'present'])
        .where('meeting_id', '=', meetingId)
        .execute(),
    );
    return rows.map(({ person_id, present }) => ({ personId: person_id, present: Boolean(present) }));
  }

  /** Notes whether somebody is there; null: it is not known again. */
  async noteAttendance(
    { em }: Transaction,
    { meetingId, personId, present }: { meetingId: string; personId: string; present: boolean | null },
  ): Promise<void> {
    const kysely = em.getKysely<MeetingTables>();
    await kysely
      .deleteFrom('attendance')
      .where('meeting_id', '=', meetingId)
      .where('person_id', '=', personId)
      .execute();
    if (present === null) return;
    await kysely.insertInto('attendance').values({ meeting_id: meetingId, person_id: personId, present }).execute();
  }

  /** What a meeting has decided, the oldest first; without what was taken back. */
  async decisions(meetingId: string): Promise<Decision[]> {
    return this.unitOfWork.read((em) =>
      em.find(Decision, { meetingId, takenBackAt: null }, { orderBy: { at: 'asc', id: 'asc' } }),
    );
  }

  /** The ids of the tasks that a meeting has given out, the oldest first. */
  async actionIds(meetingId: string): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<MeetingTables>()
        .selectFrom('action_item')
        .select('task_id')
        .where('meeting_id', '=', meetingId)
        .orderBy('at')
        .orderBy('task_id')
        .execute(),
    );
    return rows.map(({ task_id }) => task_id);
  }

  /** A task becomes an action item of a meeting. */
  async noteAction(
    { em }: Transaction,
    action: { meetingId: string; taskId: string; at: Instant; byId: string },
  ): Promise<void> {
    const { meetingId, taskId, at, byId } = action;
    const values = { meeting_id: meetingId, task_id: taskId, at, by_id: byId };
    await em.getKysely<MeetingTables>().insertInto('action_item').values(values).execute();
  }

  /** A task is no action item of a meeting any more; says whether it was one. */
  async forgetAction({ em }: Transaction, meetingId: string, taskId: string): Promise<boolean> {
    const gone = await em
      .getKysely<MeetingTables>()
      .deleteFrom('action_item')
      .where('meeting_id', '=', meetingId)
      .where('task_id', '=', taskId)
      .returning('task_id')
      .execute();
    return gone.length > 0;
  }

  /** Keeps the minutes for ever. */
  async keepMinutes({ em }: Transaction, meetingId: string, minutes: Minutes): Promise<void> {
    const values = { meeting_id: meetingId, content: JSON.stringify(minutes) };
    await em.getKysely<MeetingTables>().insertInto('meeting_minutes').values(values).execute();
  }

  /** The minutes of a meeting; null while it runs. */
  async minutes(meetingId: string): Promise<Minutes | null> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<MeetingTables>()
        .selectFrom('meeting_minutes')
        .select('content')
        .where('meeting_id', '=', meetingId)
        .executeTakeFirst(),
    );
    return row ? completed(JSON.parse(row.content) as StoredMinutes) : null;
  }
}
