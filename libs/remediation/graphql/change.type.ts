import './enums.js';
import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Change, ChangeKind, isUndoable } from '../domain/change.js';
import { Visibility } from '../domain/visibility.js';
import { UNDONE_LOADER } from './loader-names.js';

/** A line of the history as the API shows one. */
@ObjectType('Change', { description: 'Who changed what, from what to what, when.' })
export class ChangeType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => ChangeKind)
  kind!: ChangeKind;

  @Field(() => String)
  field!: string;

  @Field(() => String, { nullable: true, description: 'The old value in words.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'The new value in words.' })
  to!: string | null;

  @Field(() => Visibility)
  visibility!: Visibility;

  private actorId!: string | null;
  private mayBeUndone!: boolean;

  static of(change: Change): ChangeType {
    const { id, at, kind, field, from, to, visibility, actorId } = change;
    const mayBeUndone = isUndoable(change);
    return Object.assign(new ChangeType(), { id, at, kind, field, from, to, visibility, actorId, mayBeUndone });
  }

  @Field(() => PersonType, { nullable: true, description: 'Null when Stanch itself did it.' })
  actor(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.actorId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.actorId);
  }

  @Field(() => Boolean, { description: 'Whether `undo` can take it back.' })
  async undoable(_given: unknown, { loaders }: RequestContext): Promise<boolean> {
    return this.mayBeUndone && (await loaders.load(UNDONE_LOADER, this.id)) === null;
  }

  @Field(() => PersonType, { nullable: true, description: 'Who took it back.' })
  async undoneBy(_given: unknown, { loaders }: RequestContext): Promise<PersonType | null> {
    const personId = await loaders.load<string>(UNDONE_LOADER, this.id);
    return personId === null ? null : loaders.load<PersonType>(PERSON_LOADER, personId);
  }
}
