import { DayScalar, type RequestContext } from '@stanch/platform';
import type { Day } from '@stanch/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Interview, Quote } from '../domain/interview.js';

/** The names under which this part registers its loaders. */
export const SERVICE_LOADER = 'service';
export const QUOTE_LOADER = 'quote';
export const INTERVIEW_LOADER = 'interview';
export const QUOTES_OF_INTERVIEW_LOADER = 'quotesOfInterview';

/** A service as the API shows one. */
@ObjectType('Service', { description: 'A thing IT provides.' })
export class ServiceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

/** A quote as the API shows one; what it supports is added by remediation. */
@ObjectType('Quote', { description: 'What somebody said in an interview, word for word.' })
export class QuoteType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  interviewId!: string;

  static of(quote: Quote): QuoteType {
    return Object.assign(new QuoteType(), quote);
  }

  @Field(() => InterviewType)
  async interview(_given: unknown, { loaders }: RequestContext): Promise<InterviewType | null> {
    const interview = await loaders.load<Interview>(INTERVIEW_LOADER, this.interviewId);
    return interview && InterviewType.of(interview);
  }
}

/** An interview as the API shows one. */
@ObjectType('Interview', { description: 'A talk with a business customer, an end user or an IT stakeholder.' })
export class InterviewType {
  @Field(() => ID)
  id!: string;

  @Field(() => DayScalar)
  heldOn!: Day;

  static of({ id, heldOn }: Interview): InterviewType {
    return Object.assign(new InterviewType(), { id, heldOn });
  }

  @Field(() => [QuoteType])
  async quotes(_given: unknown, { loaders }: RequestContext): Promise<QuoteType[]> {
    const quotes = await loaders.load<Quote[]>(QUOTES_OF_INTERVIEW_LOADER, this.id);
    return (quotes ?? []).map(QuoteType.of);
  }
}
