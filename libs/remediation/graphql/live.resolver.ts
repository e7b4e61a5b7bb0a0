import { PERSON_LOADER, PersonType, requireVisitor, type Visitor } from '@stanch/people';
import { Live, LoaderRegistry, type RequestContext, watchAs } from '@stanch/platform';
import { Args, Context, Field, ID, Int, ObjectType, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type BoardNews, boardTopic } from '../application/board-journal.js';
import { ReadBoard } from '../application/read-board.js';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import { Frames } from './frames.js';
import { PAIN_POINT_LOADER } from './loader-names.js';
import type { Frame } from './frame.js';
import { PainPointType } from './pain-point.type.js';

/** One change of a board. */
@ObjectType('BoardChange', { description: 'One change of a board: a card in its present state, or one that left.' })
export class BoardChangeType {
  @Field(() => Int)
  revision!: number;

  @Field(() => String, {
    description: 'raised, moved, edited, closed, reopened, merged, stages, or missed: see boardChanged.',
  })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'The card that left the board.' })
  removedId!: string | null;

  private actorId!: string | null;
  private painPointId!: string | null;
  private frame!: Frame;

  static of(news: Omit<BoardNews, 'boardId' | 'removed'> & { removed: boolean }, frame: Frame): BoardChangeType {
    const { revision, kind, actorId, painPointId, removed } = news;
    const removedId = removed ? painPointId : null;
    return Object.assign(new BoardChangeType(), { revision, kind, actorId, painPointId, removedId, frame });
  }

  @Field(() => PersonType, { nullable: true, description: 'Who did it; null when Stanch itself did.' })
  actor(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.actorId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.actorId);
  }

  @Field(() => PainPointType, { nullable: true, description: 'Null when the stages changed rather than a card.' })
  async painPoint(_given: unknown, { loaders }: RequestContext): Promise<PainPointType | null> {
    if (this.painPointId === null) return null;
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
    return painPoint && PainPointType.of(painPoint, this.frame);
  }
}

/** What somebody missed who was away. */
@ObjectType('BoardChanges', { description: 'What was missed since a revision.' })
export class BoardChangesType {
  @Field(() => Int)
  revision!: number;

  @Field(() => Boolean, { description: 'Too far back: read the board anew.' })
  resync!: boolean;

  @Field(() => [BoardChangeType])
  changes!: BoardChangeType[];
}

/** The live board: what changes now, and what changed while one was away. */
@Resolver()
export class LiveResolver {
  constructor(
    private readonly live: Live,
    private readonly registry: LoaderRegistry,
    private readonly readBoard: ReadBoard,
    private readonly frames: Frames,
  ) {}

  @Query(() => BoardChangesType, { description: 'Catches up after a cut connection.' })
  async boardChanges(
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('since', { type: () => Int }) since: number,
    @Context() context: RequestContext<Visitor>,
  ): Promise<BoardChangesType> {
    requireVisitor(context);
    const { revision, changes } = await this.readBoard.missed(boardId, since);
    if (changes === null) return { revision, resync: true, changes: [] };
    const frame = await this.frames.now();
    const ids = changes.map(({ painPointId }) => painPointId);
    await context.loaders.loadAhead(PAIN_POINT_LOADER, ids);
    const shown = changes.map(async (change) => {
      const painPoint = await context.loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, change.painPointId);
      return BoardChangeType.of({ ...change, removed: painPoint === null || painPoint.closedAt !== null }, frame);
    });
    return { revision, resync: false, changes: await Promise.all(shown) };
  }

  @Subscription(() => BoardChangeType, {
    description:
      'Every change of a board, in the order of its revisions. With `since`, and if the board has gone on from there, the ' +
      'first one is of the kind missed and names the revision from which on nothing is left out; boardChanges has the rest.',
    async resolve(this: LiveResolver, news: BoardNews) {
      return BoardChangeType.of(news, await this.frames.now());
    },
  })
  async boardChanged(
    @Args('boardId', { type: () => ID }) boardId: string,
    @Args('since', { type: () => Int, nullable: true }) since: number | null | undefined,
    @Context() context: RequestContext<Visitor>,
  ): Promise<AsyncIterableIterator<BoardNews>> {
    const { id } = await this.readBoard.board(boardId);
    const messages = this.live.watch<BoardNews>(boardTopic(id));
    if (typeof since === 'number') {
      // Read after the watch began: what is committed from here on is heard.
      const { revision } = await this.readBoard.board(id);
      if (revision !== since) {
        messages.push({ boardId: id, revision, kind: 'missed', actorId: null, painPointId: null, removed: false });
      }
    }
    return watchAs(context, this.registry, messages);
  }
}
