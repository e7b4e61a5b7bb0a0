import { badInput, type Day, Ids } from '@stanch/kernel';
import { type Actor, People } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Interview, Quote, Rating } from '../domain/interview.js';
import { Services } from '../persistence/services.js';

/** What was noted of an interview. */
export interface RecordInterviewInput {
  heldOn: Day;
  notes?: string;
  quotes: readonly { text: string; personId?: string | null; serviceId?: string | null }[];
  ratings?: readonly { serviceId: string; personId?: string | null; score: number }[];
}

/** Writes an interview down: what was said, word for word, and how well the services do. */
@Injectable()
export class RecordInterview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly services: Services,
    private readonly ids: Ids,
  ) {}

  async run(actor: Actor, input: RecordInterviewInput): Promise<{ interview: Interview; quotes: Quote[] }> {
    const { heldOn, notes } = input;
    const interview = new Interview({ id: this.ids.next(), heldOn, notes, heldById: actor.personId });
    const interviewId = interview.id;
    const quotes = input.quotes.map((quote) => new Quote({ ...quote, id: this.ids.next(), interviewId }));
    const ratings = (input.ratings ?? []).map((rating) => new Rating({ ...rating, id: this.ids.next(), interviewId }));
    return this.unitOfWork.run(async ({ em }) => {
      await this.assertKnown([...quotes, ...ratings]);
      em.persist(interview);
      await em.flush();
      em.persist([...quotes, ...ratings]);
      await em.flush();
      return { interview, quotes };
    });
  }
  /** Whoever said it and what it was said of must be there. */
  private async assertKnown(said: readonly { personId: string | null; serviceId: string | null }[]): Promise<void> {
    const personIds = new Set(said.flatMap(({ personId }) => personId ?? []));
    const serviceIds = new Set(said.flatMap(({ serviceId }) => serviceId ?? []));
    if ((await this.people.byIds([...personIds])).length < personIds.size) {
      throw badInput('personId', 'There is no such person. Add them first, then write down what they said.');
    }
    if ((await this.services.byIds([...serviceIds])).length < serviceIds.size) {
      throw badInput('serviceId', 'There is no such service. Add it first, then write down what was said of it.');
    }
  }
}
