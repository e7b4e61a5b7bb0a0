import { type Instant, notFound } from '@stanch/kernel';
import { InstantScalar, UnitOfWork } from '@stanch/platform';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { StoredIncoming } from '../persistence/stored-incoming.js';

@ObjectType('IncomingMail', { description: 'An answer by mail that a lead has to look at.' })
export class IncomingMailType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String)
  from!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Why it was not taken as a comment.' })
  reason!: string | null;
}

/** The answers by mail that only a lead can place. */
@Resolver()
export class IncomingResolver {
  constructor(
    private readonly incoming: StoredIncoming,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Query(() => [IncomingMailType], { description: 'Answers by mail that could not be taken, the oldest first.' })
  async unreadMails(): Promise<IncomingMailType[]> {
    return (await this.incoming.unread()).map((mail) => Object.assign(new IncomingMailType(), mail));
  }

  @Mutation(() => Boolean, { description: 'A lead has looked at an answer, and it leaves the list.' })
  async settleIncomingMail(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    const settled = await this.unitOfWork.run((transaction) => this.incoming.settle(transaction, id));
    if (!settled) throw notFound('mail');
    return true;
  }
}
