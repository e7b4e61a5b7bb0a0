import { boardOf } from '@stanch/remediation';
import { decodeCursor, encodeCursor, type Page, pageOf, pageSize, UnitOfWork, unknownPlace } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../domain/meeting.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';

/** Finds meetings: the one that runs, one by its id, or the past ones of a board. */
@Injectable()
export class ReadMeetings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
  ) {}

  async one(id: string): Promise<Meeting> {
    return this.meetings.one(id);
  }

  /** The meeting of a board, or of the default board, that runs now; null when none does. */
  async running(boardId: string | null | undefined): Promise<Meeting | null> {
    return this.unitOfWork.read(async (em) => this.meetings.running({ em }, (await boardOf({ em }, boardId)).id));
  }

  /** A page of the meetings of a board, the latest first. */
  async page(
    boardId: string | null | undefined,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<Meeting>> {
    const size = pageSize(first);
    const { id } = await this.unitOfWork.read((em) => boardOf({ em }, boardId));
    const { meetings, count } = await this.meetings.page(id, size + 1, placeOf(after));
    return pageOf(meetings, size, count, (meeting) => encodeCursor([meeting.startedAt, meeting.id]));
  }
}

function placeOf(after: string | null | undefined): { startedAt: string; id: string } | null {
  if (!after) return null;
  const [startedAt, id] = decodeCursor(after, 2);
  if (typeof startedAt !== 'string' || typeof id !== 'string') throw unknownPlace();
  return { startedAt, id };
}
