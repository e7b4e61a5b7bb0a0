import { Clock, Ids } from '@stanch/kernel';
import { boardOf } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Agenda, type AgendaStep } from '../domain/agenda.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { TellFollowers } from './tell-followers.js';

/** Reads and orders what the meetings of a board walk through; a meeting that runs goes on with it. */
@Injectable()
export class ArrangeAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly followers: TellFollowers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async read(boardId: string | null | undefined): Promise<Agenda> {
    return this.unitOfWork.read(async (em) => {
      const { id } = await boardOf({ em }, boardId);
      return (await em.findOne(Agenda, { boardId: id })) ?? Agenda.of(id);
    });
  }

  async run(input: { boardId: string; steps: readonly AgendaStep[] }): Promise<Agenda> {
    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const { id: boardId } = await boardOf(transaction, input.boardId);
      const agenda = (await em.findOne(Agenda, { boardId })) ?? Agenda.of(boardId);
      agenda.arrange(input.steps);
      em.persist(agenda);
      const running = await this.meetings.running(transaction, boardId);
      if (running) {
        const left = running.follow(agenda.planned, this.clock.now());
        if (left) await this.meetings.noteShown(transaction, this.ids, running);
        this.followers.run(transaction, running, 'agenda');
      }
      return agenda;
    });
  }
}
