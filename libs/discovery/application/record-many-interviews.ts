import { insertRows, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Interview, Quote, Rating } from '../domain/interview.js';

/** Writes many interviews down at once, as a list of them brings them; quotes may belong to earlier ones too. */
@Injectable()
export class RecordManyInterviews {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(said: {
    interviews: readonly Interview[];
    quotes: readonly Quote[];
    ratings: readonly Rating[];
  }): Promise<void> {
    const interviews = said.interviews.map(({ id, heldOn, notes, heldById }) => ({
      id,
      held_on: heldOn,
      notes,
      held_by_id: heldById,
    }));
    const quotes = said.quotes.map(({ id, interviewId, text, personId, serviceId }) => ({
      id,
      interview_id: interviewId,
      text,
      person_id: personId,
      service_id: serviceId,
    }));
    const ratings = said.ratings.map(({ id, interviewId, serviceId, personId, score }) => ({
      id,
      interview_id: interviewId,
      service_id: serviceId,
      person_id: personId,
      score,
    }));
    await this.unitOfWork.run(async ({ em }) => {
      await insertRows(em, 'interview', interviews);
      await insertRows(em, 'quote', quotes);
      await insertRows(em, 'rating', ratings);
    });
  }
}
