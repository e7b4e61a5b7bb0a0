import { requireVisitor, type Visitor } from '@stanch/people';
import { RememberedResults, type RequestContext } from '@stanch/platform';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AddTask } from '../application/add-task.js';
import { MoveTask } from '../application/move-task.js';
import { ReadLatestWins } from '../application/read-latest-wins.js';
import { ReadWork } from '../application/read-work.js';
import { RecordWin } from '../application/record-win.js';
import { UpdateTask } from '../application/update-task.js';
import { Frames } from './frames.js';
import { kept } from './kept.js';
import {
  AddTaskInput,
  MoveTaskInput,
  PainPointFilterInput,
  RecordWinInput,
  UpdateTaskInput,
} from './remediation.inputs.js';
import { RemediationTaskType } from './remediation-task.type.js';
import { WinType } from './win.type.js';

type VisitorContext = RequestContext<Visitor>;

/** The work on pain points and what it achieved: tasks and wins. */
@Resolver()
export class WorkResolver {
  constructor(
    private readonly frames: Frames,
    private readonly remembered: RememberedResults,
    private readonly readWork: ReadWork,
    private readonly readLatestWins: ReadLatestWins,
    private readonly adds: AddTask,
    private readonly updates: UpdateTask,
    private readonly moves: MoveTask,
    private readonly records: RecordWin,
  ) {}

  @Query(() => WinType, { description: 'A sponsor sees the published ones.' })
  async win(@Args('id', { type: () => ID }) id: string, @Context() context: VisitorContext): Promise<WinType> {
    return this.frames.win(await this.readWork.win(id, requireVisitor(context)));
  }

  @Query(() => [WinType], {
    description:
      'The published ones of a board, the latest first; with a filter, those that healed something it holds.',
  })
  async wins(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
  ): Promise<WinType[]> {
    const wins = await this.readLatestWins.run(requireVisitor(context), { boardId, filter, first: first ?? 20 });
    const frame = await this.frames.now();
    return wins.map((win) => WinType.of(win, frame));
  }

  @Mutation(() => RemediationTaskType)
  async addTask(
    @Args('input', { type: () => AddTaskInput }) input: AddTaskInput,
    @Context() context: VisitorContext,
  ): Promise<RemediationTaskType> {
    const actor = requireVisitor(context);
    const { id } = await this.remembered.once({ personId: actor.personId, operation: 'addTask', input }, async () => ({
      id: (await this.adds.run(actor, input)).id,
    }));
    return this.frames.task(await this.readWork.task(id));
  }

  @Mutation(() => RemediationTaskType, {
    description: 'Merges with edits of other fields; CONFLICT when somebody changed the same one since.',
  })
  async updateTask(
    @Args('input', { type: () => UpdateTaskInput }) input: UpdateTaskInput,
    @Context() context: VisitorContext,
  ): Promise<RemediationTaskType> {
    const task = await this.updates.run(requireVisitor(context), {
      ...input,
      title: kept('title', input.title),
      state: kept('state', input.state),
      blocked: kept('blocked', input.blocked),
      visibility: kept('visibility', input.visibility),
      painPointIds: kept('painPointIds', input.painPointIds),
    });
    return this.frames.task(task);
  }

  @Mutation(() => RemediationTaskType, { description: 'Changes its place in the list of a pain point.' })
  async moveTask(
    @Args('input', { type: () => MoveTaskInput }) input: MoveTaskInput,
    @Context() context: VisitorContext,
  ): Promise<RemediationTaskType> {
    return this.frames.task(await this.moves.run(requireVisitor(context), input));
  }

  @Mutation(() => WinType)
  async recordWin(
    @Args('input', { type: () => RecordWinInput }) input: RecordWinInput,
    @Context() context: VisitorContext,
  ): Promise<WinType> {
    const actor = requireVisitor(context);
    const { id } = await this.remembered.once(
      { personId: actor.personId, operation: 'recordWin', input },
      async () => ({ id: (await this.records.run(actor, input)).id }),
    );
    return this.frames.win(await this.readWork.win(id, actor));
  }

  @Mutation(() => WinType, { description: 'Tells the sponsors of a win that was recorded without telling.' })
  async publishWin(@Args('id', { type: () => ID }) id: string, @Context() context: VisitorContext): Promise<WinType> {
    return this.frames.win(await this.records.publish(requireVisitor(context), id));
  }
}
