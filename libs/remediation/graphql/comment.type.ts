import './enums.js';
import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Comment } from '../domain/comment.js';
import { Visibility } from '../domain/visibility.js';

/** A comment as the API shows one. */
@ObjectType('Comment', { description: 'What somebody says about a pain point, among IT or to its sponsors.' })
export class CommentType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Visibility)
  visibility!: Visibility;

  @Field(() => InstantScalar)
  at!: Instant;

  private authorId!: string;

  static of(comment: Comment): CommentType {
    return Object.assign(new CommentType(), comment);
  }

  @Field(() => PersonType)
  author(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.authorId);
  }
}
