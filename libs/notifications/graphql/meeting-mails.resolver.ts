import { MeetingType } from '@stanch/meetings';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CountMinutesReaders } from '../application/count-minutes-readers.js';

/** Whom the end of a meeting tells: meetings know who is there, notifications who is mailed. */
@Resolver(() => MeetingType)
export class MeetingMailsResolver {
  constructor(private readonly readers: CountMinutesReaders) {}

  @ResolveField(() => Int, { description: 'To how many its minutes are mailed at once when it ends.' })
  mailsMinutesTo(@Parent() { id }: MeetingType): Promise<number> {
    return this.readers.run(id);
  }
}
