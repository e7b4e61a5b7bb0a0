import { Query, Resolver } from '@nestjs/graphql';
import { ReadTrustFigures, type TrustFigures } from '../application/read-trust-figures.js';
import { TrustFiguresType } from './trust-figures.type.js';

/** Whether IT can be believed. */
@Resolver()
export class TrustFiguresResolver {
  constructor(private readonly reads: ReadTrustFigures) {}

  @Query(() => TrustFiguresType, { description: 'The trust figures as of now.' })
  trustFigures(): Promise<TrustFigures> {
    return this.reads.run();
  }
}
