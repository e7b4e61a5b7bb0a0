import type { Instant } from '@stanch/kernel';
import { InstantScalar } from '@stanch/platform';
import { PainPointFilterInput } from '@stanch/remediation';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PlotRequest } from '../application/read-plot.js';
import type { Plot, PlotTable } from '../domain/plots/drawing.js';
import { PlotKind } from '../domain/plots/plot-request.js';

registerEnumType(PlotKind, {
  name: 'PlotKind',
  description: 'What a plot shows.',
  valuesMap: {
    BLEEDING: { description: 'What bled a week over time, by how far it was from a fix, with the wins.' },
    CUMULATIVE_FLOW: { description: 'How many stood in each stage over time.' },
    TIME_TO_FIXED: { description: 'How long each took that was confirmed.' },
    AGEING: { description: 'How long what is not fixed has stood in its stage, against the pace of that stage.' },
    COMMITMENTS_KEPT: { description: 'Kept of fallen due, week by week.' },
    BEFORE_AFTER: { description: 'The measure of one win.' },
    IMPACT_EFFORT: { description: 'What bleeds much for little effort, among what nobody treats yet.' },
  },
});

/** Which plot, of what time, how large. */
@InputType()
export class PlotInput implements Omit<PlotRequest, 'slice'> {
  @Field(() => PlotKind)
  kind!: PlotKind;

  @Field(() => ID, { nullable: true, description: 'Default: the default board.' })
  boardId?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Default: the trailing 12 weeks, the last one among them.',
  })
  from?: Instant | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Default: now. The plot shows what was so then, whatever happened later.',
  })
  to?: Instant | null;

  @Field(() => ID, { nullable: true, description: 'The win of BEFORE_AFTER.' })
  winId?: string | null;

  @Field(() => PainPointFilterInput, {
    nullable: true,
    description: 'Of which slice of the board; COMMITMENTS_KEPT is of all of it.',
  })
  filter?: PainPointFilterInput | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The pain points to choose from, in the order of their list: IMPACT_EFFORT is of these alone, each with its number there; what no longer bleeds is left out.',
  })
  choices?: string[] | null;

  @Field(() => Int, { description: 'In pixels.' })
  width!: number;

  @Field(() => Int, { description: 'In pixels.' })
  height!: number;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 14,
    description: 'The smallest text in pixels. What does not fit is left out, never drawn smaller.',
  })
  textSize!: number;
}

/** The figures behind a plot. */
@ObjectType('PlotTable', { description: 'The figures behind a plot, as they are written.' })
export class PlotTableType implements PlotTable {
  @Field(() => [String], { description: 'The first one names the row.' })
  columns!: readonly string[];

  @Field(() => [[String]])
  rows!: readonly (readonly string[])[];
}

/** A plot as the API gives it. */
@ObjectType('Plot', { description: 'A plot, with its finding in words, how it was computed and the table behind it.' })
export class PlotType implements Plot {
  @Field(() => String)
  title!: string;

  @Field(() => String, {
    description: 'To be put into a page, which says by custom properties (--plot-ink and so on) what its colours are.',
  })
  svg!: string;

  @Field(() => String, { description: 'What is to be seen, in a sentence or two.' })
  alt!: string;

  @Field(() => String, { description: 'How it was computed, and from how many cards.' })
  how!: string;

  @Field(() => PlotTableType)
  table!: PlotTableType;

  @Field(() => Boolean, { description: 'There is nothing to draw; `alt` says why.' })
  empty!: boolean;
}
