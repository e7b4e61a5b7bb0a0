import { requireVisitor, type Visitor } from '@stanch/people';
import { RememberedResults, type RequestContext, selectedFields } from '@stanch/platform';
import { Args, Context, Field, ID, Info, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AddComment } from '../application/add-comment.js';
import { ClosePainPoint } from '../application/close-pain-point.js';
import { MergePainPoints } from '../application/merge-pain-points.js';
import { MovePainPoint } from '../application/move-pain-point.js';
import { RaisePainPoint } from '../application/raise-pain-point.js';
import { ReadLinked } from '../application/read-linked.js';
import { PainPointSort, ReadPainPoints } from '../application/read-pain-points.js';
import { ReopenPainPoint } from '../application/reopen-pain-point.js';
import { SayUnitCost } from '../application/say-unit-cost.js';
import { UndoChange } from '../application/undo-change.js';
import { type UpdatePainPointInput as Edit, UpdatePainPoint } from '../application/update-pain-point.js';
import { CommentType } from './comment.type.js';
import { Frames } from './frames.js';
import { kept } from './kept.js';
import { PainPointConnectionType, PainPointType } from './pain-point.type.js';
import { readAhead } from './read-ahead.js';
import {
  AddCommentInput,
  ClosePainPointInput,
  MergePainPointsInput,
  MovePainPointInput,
  PainPointFilterInput,
  RaisePainPointInput,
  UpdatePainPointInput,
} from './remediation.inputs.js';
import { SayUnitCostInput } from './unit-cost.type.js';

type VisitorContext = RequestContext<Visitor>;

/** What a move did. */
@ObjectType('MoveResult', { description: 'What a move did; `undo` takes the change back.' })
export class MoveResultType {
  @Field(() => PainPointType)
  painPoint!: PainPointType;

  @Field(() => Int)
  revision!: number;

  @Field(() => ID)
  changeId!: string;
}

/** What an edit did. */
@ObjectType('EditResult', { description: 'What an edit did; `undo` takes each of its changes back.' })
export class EditResultType {
  @Field(() => PainPointType)
  painPoint!: PainPointType;

  @Field(() => [ID], { description: 'None: everything stood so already.' })
  changeIds!: readonly string[];
}

/** Pain points: read, raised, moved, edited, and how they end. */
@Resolver()
export class PainPointResolver {
  constructor(
    private readonly read: ReadPainPoints,
    private readonly linked: ReadLinked,
    private readonly frames: Frames,
    private readonly remembered: RememberedResults,
    private readonly raise: RaisePainPoint,
    private readonly move: MovePainPoint,
    private readonly update: UpdatePainPoint,
    private readonly close: ClosePainPoint,
    private readonly reopen: ReopenPainPoint,
    private readonly merge: MergePainPoints,
    private readonly says: SayUnitCost,
    private readonly comment: AddComment,
    private readonly undoes: UndoChange,
  ) {}

  @Query(() => PainPointType, { description: 'By id or by key.' })
  async painPoint(
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
    @Args('key', { type: () => String, nullable: true }) key: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.read.one({ id, key }, selectedFields(info)));
  }

  @Query(() => PainPointConnectionType, { description: 'Without a filter: all that stand on the board.' })
  async painPoints(
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Args('sort', { type: () => PainPointSort, nullable: true }) sort: PainPointSort | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: VisitorContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PainPointConnectionType> {
    const fields = selectedFields(info, 'nodes');
    const page = await this.read.list(requireVisitor(context), {
      filter: filter ?? {},
      sort: sort ?? PainPointSort.BOARD,
      first: first ?? 50,
      after,
      fields,
      wantsTotal: selectedFields(info).has('totalCount'),
    });
    await readAhead(context, fields, page.nodes);
    const frame = await this.frames.now();
    return { ...page, nodes: page.nodes.map((one) => PainPointType.of(one, frame)) };
  }

  @Query(() => [String], { description: 'All tags in use on the board.' })
  tags(): Promise<string[]> {
    return this.linked.tags();
  }

  @Mutation(() => PainPointType)
  async raisePainPoint(
    @Args('input', { type: () => RaisePainPointInput }) input: RaisePainPointInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    const actor = requireVisitor(context);
    const { id } = await this.remembered.once(
      { personId: actor.personId, operation: 'raisePainPoint', input },
      async () => ({ id: (await this.raise.run(actor, input)).id }),
    );
    return this.byId(id);
  }

  @Mutation(() => PainPointType, {
    description: 'Merges with edits of other fields; CONFLICT when somebody changed the same one since.',
  })
  async updatePainPoint(
    @Args('input', { type: () => UpdatePainPointInput }) input: UpdatePainPointInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    const { painPoint } = await this.update.run(requireVisitor(context), editOf(input));
    return this.frames.painPoint(painPoint);
  }

  @Mutation(() => EditResultType, {
    description: 'As updatePainPoint; says also what it changed, for whoever takes it back by one key.',
  })
  async editPainPoint(
    @Args('input', { type: () => UpdatePainPointInput }) input: UpdatePainPointInput,
    @Context() context: VisitorContext,
  ): Promise<EditResultType> {
    const { painPoint, changeIds } = await this.update.run(requireVisitor(context), editOf(input));
    return { painPoint: await this.frames.painPoint(painPoint), changeIds };
  }

  @Mutation(() => MoveResultType, { description: 'Between two neighbours, named by their ids.' })
  async movePainPoint(
    @Args('input', { type: () => MovePainPointInput }) input: MovePainPointInput,
    @Context() context: VisitorContext,
  ): Promise<MoveResultType> {
    const actor = requireVisitor(context);
    const { id, revision, changeId } = await this.remembered.once(
      { personId: actor.personId, operation: 'movePainPoint', input },
      async () => {
        const placed = await this.move.run(actor, input);
        return { id: placed.painPoint.id, revision: placed.revision, changeId: placed.change.id };
      },
    );
    return { painPoint: await this.byId(id), revision, changeId };
  }

  @Mutation(() => PainPointType, { description: 'The sponsors of the merged ones become sponsors of the other.' })
  async mergePainPoints(
    @Args('input', { type: () => MergePainPointsInput }) input: MergePainPointsInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.merge.run(requireVisitor(context), input));
  }

  @Mutation(() => PainPointType, {
    description: 'What it costs a business unit a week, in place of what it said before.',
  })
  async sayUnitCost(
    @Args('input', { type: () => SayUnitCostInput }) input: SayUnitCostInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.says.run(requireVisitor(context), input));
  }

  @Mutation(() => PainPointType, { description: 'Off the board without a fix; the reason is told to the sponsors.' })
  async closePainPoint(
    @Args('input', { type: () => ClosePainPointInput }) input: ClosePainPointInput,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.close.run(requireVisitor(context), input));
  }

  @Mutation(() => PainPointType, { description: 'Back to the board, or: it bleeds again.' })
  async reopenPainPoint(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.reopen.run(requireVisitor(context), { id, reason }));
  }

  @Mutation(() => PainPointType, {
    description: 'Takes a move, an edit, a closing or a workaround back, as a new change.',
  })
  async undo(
    @Args('changeId', { type: () => ID }) changeId: string,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.undoes.run(requireVisitor(context), changeId));
  }

  @Mutation(() => CommentType)
  async addComment(
    @Args('input', { type: () => AddCommentInput }) input: AddCommentInput,
    @Context() context: VisitorContext,
  ): Promise<CommentType> {
    const actor = requireVisitor(context);
    const comment = await this.remembered.once({ personId: actor.personId, operation: 'addComment', input }, () =>
      this.comment.run(actor, input),
    );
    return CommentType.of(comment);
  }

  private async byId(id: string): Promise<PainPointType> {
    return this.frames.painPoint(await this.read.one({ id }));
  }
}

/** The edit that an input asks for: what can be emptied is, what cannot be is refused. */
function editOf(input: UpdatePainPointInput): Edit {
  const { title, description, tags, blocked, peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek } = input;
  return {
    ...input,
    title: kept('title', title),
    description: description === null ? '' : description,
    tags: tags === null ? [] : tags,
    blocked: kept('blocked', blocked),
    peopleAffected: peopleAffected === null ? 0 : peopleAffected,
    hoursLostPerPersonPerWeek: hoursLostPerPersonPerWeek === null ? 0 : hoursLostPerPersonPerWeek,
    directCostPerWeek: directCostPerWeek === null ? 0 : directCostPerWeek,
  };
}
