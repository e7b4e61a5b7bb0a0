import { badInput, Clock, Ids } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { AgendaStepKind } from '../domain/agenda.js';
import type { Meeting } from '../domain/meeting.js';
import { MeetingFacts } from '../persistence/meeting-facts.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Where the presenter goes. */
export interface PresentStepInput {
  meetingId: string;
  step: AgendaStepKind;
  page?: number | null;
  painPointId?: string | null;
  winId?: string | null;
  /** Which of the presenter's screens it is, by a name that it gave itself. */
  screen?: string | null;
}

/** The presenter moves, and all who follow move along; of two who present the last one is right. */
@Injectable()
export class PresentStep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly facts: MeetingFacts,
    private readonly followers: TellFollowers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: PresentStepInput): Promise<Meeting> {
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, input.meetingId);
      await this.assertKnown(transaction, meeting, input);
      const { step, page, painPointId, winId, screen } = input;
      const to = { step, page: page ?? 0, painPointId: painPointId ?? null, winId: winId ?? null };
      if (!meeting.present(to, actor.personId, this.clock.now(), screen)) return meeting;
      await this.meetings.noteShown(transaction, this.ids, meeting);
      this.followers.run(transaction, meeting, 'position');
      return meeting;
    });
  }

  private async assertKnown(transaction: Transaction, { boardId }: Meeting, input: PresentStepInput): Promise<void> {
    const { painPointId, winId } = input;
    if (painPointId != null && !(await this.facts.isOnBoard(transaction, boardId, painPointId))) {
      throw badInput('painPointId', 'There is no such pain point on the board of this meeting.');
    }
    if (winId != null && !(await this.facts.isToldWin(transaction, winId))) {
      throw badInput('winId', 'There is no such win that its sponsors were told of.');
    }
  }
}
