import type { RequestContext } from '@stanch/platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import * as loader from './loader-names.js';
import { PainPointType } from './pain-point.type.js';
import { RemediationTaskType } from './remediation-task.type.js';
import { WinType } from './win.type.js';

/** Back from a task to what it treats. A pain point names its tasks, so the type of a task cannot name it too. */
@Resolver(() => RemediationTaskType)
export class TaskPainPointsResolver {
  @ResolveField(() => [PainPointType])
  async painPoints(@Parent() task: RemediationTaskType, @Context() context: RequestContext): Promise<PainPointType[]> {
    return painPointsBehind(loader.PAIN_POINTS_OF_TASK_LOADER, task, context);
  }
}

/** Back from a win to what it made better. */
@Resolver(() => WinType)
export class WinPainPointsResolver {
  @ResolveField(() => [PainPointType])
  async painPoints(@Parent() win: WinType, @Context() context: RequestContext): Promise<PainPointType[]> {
    return painPointsBehind(loader.PAIN_POINTS_OF_WIN_LOADER, win, context);
  }
}

async function painPointsBehind(
  idsLoader: string,
  { id, frame }: RemediationTaskType | WinType,
  { loaders }: RequestContext,
): Promise<PainPointType[]> {
  const ids = (await loaders.load<string[]>(idsLoader, id)) ?? [];
  const found = await Promise.all(ids.map((one) => loaders.load<ReadPainPoint>(loader.PAIN_POINT_LOADER, one)));
  return found.filter((one) => one !== null).map((one) => PainPointType.of(one, frame));
}
