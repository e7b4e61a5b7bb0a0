import './enums.js';
import type { RequestContext } from '@stanch/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { StageFigures } from '../application/read-board.js';
import { StageCategory } from '../domain/stage.js';
import { STAGE_FIGURES_LOADER } from './loader-names.js';

/** A board as the API shows one; its stages and figures are added by its resolver. */
@ObjectType('Board', { description: 'A board of pain points.' })
export class BoardType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Counts every change; give it to boardChanges to hear what was missed.' })
  revision!: number;

  @Field(() => Boolean)
  isDefault!: boolean;
}

/** A stage as the API shows one; its cards are added by its resolver. */
@ObjectType('Stage', { description: 'A column of the board.' })
export class StageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StageCategory)
  category!: StageCategory;

  @Field(() => Int, { nullable: true, description: 'How many cards the team wants here at most; not enforced.' })
  wipLimit!: number | null;

  boardId!: string;
}

/** How many cards a stage holds, as its fields ask for it. */
export async function figuresOf(stageId: string, { loaders }: RequestContext): Promise<StageFigures> {
  return (await loaders.load<StageFigures>(STAGE_FIGURES_LOADER, stageId)) ?? { count: 0, bleedPerWeek: 0 };
}
