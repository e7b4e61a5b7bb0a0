import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, PageInfoType, type RequestContext } from '@stanch/platform';
import { type Frames, PAIN_POINT_LOADER, PainPointType, type ReadPainPoint } from '@stanch/remediation';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LiveNotification } from '../application/notification-topic.js';

/** What one was told, as the API shows it. */
@ObjectType('Notification', { description: 'Something one was told.' })
export class NotificationType {
  @Field(() => ID)
  id!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String, {
    description:
      'raised, joined, planned, workaroundOffered, workaroundEnded, moved, asked, parked, declined, reopened, ' +
      'commitmentMade, commitmentMoved, commitmentWithdrawn, commitmentBroken, commitmentExplained, taskDone, winPublished, merged, ' +
      'commented, stillBleeding, silent, spokenFor or imported.',
  })
  kind!: string;

  @Field(() => String, { description: 'One sentence for the reader.' })
  text!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Also set when it was taken back before it was read.' })
  readAt!: Instant | null;

  @Field(() => Boolean, { description: 'Taken back before it was read: it stands in no list any more.' })
  takenBack!: boolean;

  private actorId!: string | null;
  private painPointId!: string | null;
  private frames!: Frames;

  static of(notification: LiveNotification, frames: Frames): NotificationType {
    const { id, at, kind, text, readAt, takenBack = false, actorId, painPointId } = notification;
    const shown = { id, at, kind, text, readAt, takenBack };
    return Object.assign(new NotificationType(), { ...shown, actorId, painPointId, frames });
  }

  @Field(() => PersonType, { nullable: true, description: 'Who did it; null when Stanch itself did.' })
  actor(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.actorId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.actorId);
  }

  @Field(() => PainPointType, { nullable: true })
  async painPoint(_given: unknown, { loaders }: RequestContext): Promise<PainPointType | null> {
    if (this.painPointId === null) return null;
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
    return painPoint && this.frames.painPoint(painPoint);
  }
}

/** A page of what one was told. */
@ObjectType('NotificationConnection')
export class NotificationConnectionType {
  @Field(() => [NotificationType])
  nodes!: NotificationType[];

  @Field(() => Int)
  totalCount!: number;

  @Field(() => Int)
  unreadCount!: number;

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
