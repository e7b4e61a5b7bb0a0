import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadForecast, type ToldForecast } from '../application/read-forecast.js';
import { ReadPlot } from '../application/read-plot.js';
import type { Plot } from '../domain/plots/drawing.js';
import { sliceOf } from '../domain/slice.js';
import { ForecastType } from './forecast.type.js';
import { PlotInput, PlotType } from './plot.type.js';

/** Plots where people look rather than read. */
@Resolver()
export class PlotResolver {
  constructor(
    private readonly reads: ReadPlot,
    private readonly forecasts: ReadForecast,
  ) {}

  @Query(() => PlotType)
  plot(
    @Args('input', { type: () => PlotInput }) input: PlotInput,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Plot> {
    const visitor = requireVisitor(context);
    const { filter, textSize, ...asked } = input;
    return this.reads.run(visitor, {
      ...asked,
      textSize: textSize ?? 14,
      slice: sliceOf(filter, visitor.personId),
    });
  }

  @Query(() => ForecastType)
  forecast(@Args('boardId', { type: () => ID, nullable: true }) boardId: string | null): Promise<ToldForecast> {
    return this.forecasts.run(boardId);
  }
}
