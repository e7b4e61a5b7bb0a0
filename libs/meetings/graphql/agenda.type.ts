import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Agenda, type AgendaStep, AgendaStepKind } from '../domain/agenda.js';

registerEnumType(AgendaStepKind, { name: 'AgendaStepKind', description: 'A step that a meeting can walk through.' });

@ObjectType('AgendaStep', { description: 'A step as the board has it; one that is off keeps its place and its time.' })
export class AgendaStepType implements AgendaStep {
  @Field(() => AgendaStepKind)
  kind!: AgendaStepKind;

  @Field(() => Boolean)
  on!: boolean;

  @Field(() => Int, { description: 'How long it should take.' })
  minutes!: number;
}

/** What the meetings of a board walk through, as the API shows it. */
@ObjectType('Agenda', { description: 'What the meetings of a board walk through, and in which order.' })
export class AgendaType implements Pick<Agenda, 'boardId' | 'steps'> {
  @Field(() => ID)
  boardId!: string;

  @Field(() => [AgendaStepType])
  steps!: readonly AgendaStep[];
}

@InputType('AgendaStepInput')
export class AgendaStepInputType implements AgendaStep {
  @Field(() => AgendaStepKind)
  kind!: AgendaStepKind;

  @Field(() => Boolean)
  on!: boolean;

  @Field(() => Int, { description: 'From 1 to 120.' })
  minutes!: number;
}

/** All steps in their new order. */
@InputType()
export class UpdateAgendaInput {
  @Field(() => ID)
  boardId!: string;

  @Field(() => [AgendaStepInputType], { description: 'Each step once, also those that are off.' })
  steps!: AgendaStepInputType[];
}
