import { requireVisitor, type Visitor } from '@stanch/people';
import { type RequestContext, selectedFields } from '@stanch/platform';
import { Args, Context, Float, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ChangeStages } from '../application/change-stages.js';
import { ReadBoard } from '../application/read-board.js';
import { PainPointSort, ReadPainPoints } from '../application/read-pain-points.js';
import { WorkspaceSettings } from '@stanch/people';
import type { Board } from '../domain/board.js';
import type { Stage } from '../domain/stage.js';
import { BoardType, figuresOf, StageType } from './board.type.js';
import { Frames } from './frames.js';
import { STAGES_OF_BOARD_LOADER } from './loader-names.js';
import { PainPointConnectionType, PainPointType } from './pain-point.type.js';
import { readAhead } from './read-ahead.js';
import { AddStageInput, PainPointFilterInput, UpdateStageInput } from './remediation.inputs.js';

type VisitorContext = RequestContext<Visitor>;

/** Boards with their stages and figures. */
@Resolver(() => BoardType)
export class BoardResolver {
  constructor(
    private readonly readBoard: ReadBoard,
    private readonly changeStages: ChangeStages,
    private readonly settings: WorkspaceSettings,
  ) {}

  @Query(() => BoardType, { description: "Without an id: the workspace's default board." })
  board(@Args('id', { type: () => ID, nullable: true }) id: string | null): Promise<Board> {
    return this.readBoard.board(id);
  }

  @ResolveField(() => [StageType], { description: 'From left to right.' })
  async stages(@Parent() board: Board, @Context() { loaders }: VisitorContext): Promise<Stage[]> {
    return (await loaders.load<Stage[]>(STAGES_OF_BOARD_LOADER, board.id)) ?? [];
  }

  @ResolveField(() => Float, { description: 'The sum of the bleed rates of all that is not fixed.' })
  bleedPerWeek(@Parent() board: Board): Promise<number> {
    return this.readBoard.bleedPerWeek(board.id);
  }

  @ResolveField(() => Float, { description: 'Rates stopped since the first of this month.' })
  stoppedThisMonth(@Parent() board: Board): Promise<number> {
    return this.readBoard.stoppedThisMonth(board.id);
  }

  @ResolveField(() => String, { description: 'ISO 4217.' })
  async currency(): Promise<string> {
    return (await this.settings.current()).currency;
  }

  @ResolveField(() => Float, { description: "What an hour of a person's time costs." })
  async hourlyCost(): Promise<number> {
    return (await this.settings.current()).hourlyCost;
  }

  @Mutation(() => BoardType)
  addStage(
    @Args('input', { type: () => AddStageInput }) input: AddStageInput,
    @Context() context: VisitorContext,
  ): Promise<Board> {
    return this.changeStages.add(requireVisitor(context), input);
  }

  @Mutation(() => BoardType, { description: 'Renames, limits or moves a stage.' })
  updateStage(
    @Args('input', { type: () => UpdateStageInput }) input: UpdateStageInput,
    @Context() context: VisitorContext,
  ): Promise<Board> {
    return this.changeStages.update(requireVisitor(context), input);
  }

  @Mutation(() => BoardType, { description: 'Removes an empty stage.' })
  removeStage(@Args('id', { type: () => ID }) id: string, @Context() context: VisitorContext): Promise<Board> {
    return this.changeStages.remove(requireVisitor(context), id);
  }
}

/** The cards of a stage and what they add up to. */
@Resolver(() => StageType)
export class StageResolver {
  constructor(
    private readonly readPainPoints: ReadPainPoints,
    private readonly frames: Frames,
  ) {}

  @ResolveField(() => Int, { description: 'All cards of the stage; with a filter, those that it holds.' })
  async count(
    @Parent() stage: Stage,
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
  ): Promise<number> {
    return (await this.figures(stage, filter, context)).count;
  }

  @ResolveField(() => Float, { description: 'Of all its cards; with a filter, of those that it holds.' })
  async bleedPerWeek(
    @Parent() stage: Stage,
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
  ): Promise<number> {
    return (await this.figures(stage, filter, context)).bleedPerWeek;
  }

  @ResolveField(() => PainPointConnectionType, { description: 'In their order.' })
  async painPoints(
    @Parent() stage: Stage,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PainPointConnectionType> {
    const fields = selectedFields(info, 'nodes');
    const page = await this.readPainPoints.list(requireVisitor(context), {
      filter: { ...filter, stageIds: [stage.id] },
      sort: PainPointSort.BOARD,
      first: first ?? 100,
      after,
      fields,
      wantsTotal: selectedFields(info).has('totalCount'),
    });
    await readAhead(context, fields, page.nodes);
    const frame = await this.frames.now();
    return { ...page, nodes: page.nodes.map((one) => PainPointType.of(one, frame)) };
  }

  private figures({ id }: Stage, filter: PainPointFilterInput | null | undefined, context: VisitorContext) {
    if (filter == null) return figuresOf(id, context);
    return this.readPainPoints.figures(requireVisitor(context).personId, { ...filter, stageIds: [id] });
  }
}
