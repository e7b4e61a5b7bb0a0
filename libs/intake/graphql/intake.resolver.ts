import { requireVisitor, type Visitor } from '@stanch/people';
import { Live, LoaderRegistry, type RequestContext, watchAs } from '@stanch/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { CancelImport } from '../application/cancel-import.js';
import { importTopic } from '../application/import-topic.js';
import { PreviewImport } from '../application/preview-import.js';
import { ReadImport } from '../application/read-import.js';
import { RunImport } from '../application/run-import.js';
import type { ImportRun } from '../domain/import-run.js';
import { ImportInput, ImportRowsArgs, ImportRowType, ImportRunType } from './intake.types.js';

/** The import of a spreadsheet: what it would do, doing it, and watching it. */
@Resolver(() => ImportRunType)
export class IntakeResolver {
  constructor(
    private readonly reads: ReadImport,
    private readonly previews: PreviewImport,
    private readonly runs: RunImport,
    private readonly cancels: CancelImport,
    private readonly live: Live,
    private readonly registry: LoaderRegistry,
  ) {}

  @Query(() => ImportRunType, { description: 'A file that was sent to POST /imports.' })
  async importRun(@Args('id', { type: () => ID }) id: string): Promise<ImportRunType> {
    return ImportRunType.of(await this.reads.run(id));
  }

  @Mutation(() => ImportRunType, { description: 'Reads the file anew with these columns; changes nothing else.' })
  async previewImport(@Args('input') input: ImportInput): Promise<ImportRunType> {
    return ImportRunType.of(await this.previews.run(input));
  }

  @Mutation(() => ImportRunType, { description: 'Begins the import and answers at once; watch importProgressed.' })
  async runImport(
    @Args('input') input: ImportInput,
    @Context() context: RequestContext<Visitor>,
  ): Promise<ImportRunType> {
    return ImportRunType.of(await this.runs.begin(requireVisitor(context), input));
  }

  @Mutation(() => ImportRunType, { description: 'Stops an import; nothing of it stays.' })
  async cancelImport(@Args('id', { type: () => ID }) id: string): Promise<ImportRunType> {
    return ImportRunType.of(await this.cancels.run(id));
  }

  @Subscription(() => ImportRunType, {
    description: 'How far an import is, from now on.',
    resolve: (run: ImportRun) => ImportRunType.of(run),
  })
  async importProgressed(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<AsyncIterableIterator<ImportRun>> {
    await this.reads.run(id);
    return watchAs(context, this.registry, this.live.watch<ImportRun>(importTopic(id)));
  }

  @ResolveField(() => [ImportRowType], { description: 'The rows as they would be imported; none once it has ended.' })
  rows(@Parent() { id }: ImportRunType, @Args() { first, after }: ImportRowsArgs): Promise<ImportRowType[]> {
    return this.previews.rows(id, first, after ?? 0);
  }
}
