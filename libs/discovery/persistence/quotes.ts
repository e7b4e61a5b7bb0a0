import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Interview, Quote } from '../domain/interview.js';

/** What was said in interviews. */
@Injectable()
export class Quotes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The quotes of these ids; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<Quote[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read((em) => em.find(Quote, { id: { $in: [...new Set(ids)] } }));
  }

  /** The interviews of these ids; unknown ids are left out. */
  async interviews(ids: readonly string[]): Promise<Interview[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read((em) => em.find(Interview, { id: { $in: [...new Set(ids)] } }));
  }

  /** The quotes of these interviews. */
  async ofInterviews(ids: readonly string[]): Promise<Map<string, Quote[]>> {
    const quotes = await this.unitOfWork.read((em) =>
      em.find(Quote, { interviewId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }),
    );
    return Map.groupBy(quotes, ({ interviewId }) => interviewId);
  }
}
