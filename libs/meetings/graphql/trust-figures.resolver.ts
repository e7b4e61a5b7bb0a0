import { Frames } from '@stanch/remediation';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ReadFigureCards, TrustFigure } from '../application/read-figure-cards.js';
import { ReadTrustFigures, type TrustFigures } from '../application/read-trust-figures.js';
import { FigureCardsType, FigureCardType } from './figure-cards.type.js';
import { TrustFiguresType } from './trust-figures.type.js';

/** More pain points behind one figure are counted rather than listed. */
const MOST_CARDS = 200;

/** Whether IT can be believed. */
@Resolver()
export class TrustFiguresResolver {
  constructor(
    private readonly reads: ReadTrustFigures,
    private readonly behind: ReadFigureCards,
    private readonly frames: Frames,
  ) {}

  @Query(() => TrustFiguresType, { description: 'The trust figures as of now.' })
  trustFigures(): Promise<TrustFigures> {
    return this.reads.run();
  }

  @Query(() => FigureCardsType, { description: 'From which pain points a trust figure is computed.' })
  async figureCards(@Args('figure', { type: () => TrustFigure }) figure: TrustFigure): Promise<FigureCardsType> {
    const cards = await this.behind.run(figure);
    const shown = cards.slice(0, MOST_CARDS).map((card) => FigureCardType.of(card, this.frames));
    return { total: cards.length, cards: shown };
  }
}
