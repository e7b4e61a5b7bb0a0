import type { Day, Instant } from '@stanch/kernel';
import { DayScalar, InstantScalar } from '@stanch/platform';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChooseNotificationsInput, HeldCell, HeldChoices } from '../application/choose-notifications.js';
import { LeaveScope, type Leaving } from '../application/leave-mails.js';
import type { HoursOfDay } from '../domain/chosen-settings.js';
import { Language } from '../domain/language.js';
import { Channel, Choice, EVENT_GROUPS, type EventGroup } from '../domain/preferences.js';
import type { ChosenCell } from '../persistence/stored-choices.js';

/** The groups of events by the names that the API gives them. */
export const NotificationEvent = Object.fromEntries(
  EVENT_GROUPS.map((group) => [group.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase(), group]),
) as Record<string, EventGroup>;

registerEnumType(NotificationEvent, { name: 'NotificationEvent', description: 'What one can choose to hear of.' });
registerEnumType(Channel, { name: 'NotificationChannel', description: 'A way to reach somebody.' });
registerEnumType(Language, { name: 'MailLanguage', description: 'A language that mails are written in.' });
registerEnumType(Choice, { name: 'NotificationChoice', description: 'When somebody wants to hear of an event.' });
registerEnumType(LeaveScope, { name: 'LeaveScope', description: 'What one can leave by the link in a mail.' });

@ObjectType('NotificationCell', { description: 'When one hears of an event by a channel.' })
export class NotificationCellType implements HeldCell {
  @Field(() => NotificationEvent as unknown as object)
  event!: EventGroup;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => Choice)
  choice!: Choice;

  @Field(() => Boolean, { description: 'Whether the person chose it, or the defaults did.' })
  chosen!: boolean;
}

@ObjectType('HoursOfDay', { description: 'Hours of the day, HH:MM in the person’s time zone; may go over midnight.' })
export class HoursOfDayType implements HoursOfDay {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@ObjectType('Bounce', { description: 'That mails to an address came back for good.' })
export class BounceType {
  @Field(() => String)
  address!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String)
  reason!: string;
}

/** All that one chose about being told. */
@ObjectType('NotificationChoices', { description: 'How one wants to be told.' })
export class NotificationChoicesType {
  @Field(() => [NotificationCellType])
  cells!: readonly NotificationCellType[];

  @Field(() => HoursOfDayType, { nullable: true })
  quietHours!: HoursOfDay | null;

  @Field(() => String, { nullable: true, description: 'One’s own; null: the workspace’s.' })
  timeZone!: string | null;

  @Field(() => String, { description: 'The time zone that holds.' })
  zone!: string;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of mails that one chose; null: the workspace’s.',
  })
  language!: Language | null;

  @Field(() => Language, { description: 'The language of mails that holds.' })
  mailLanguage!: Language;

  @Field(() => DayScalar, { nullable: true, description: 'Until the end of this day one is away.' })
  pausedUntil!: Day | null;

  @Field(() => Boolean, { description: 'Whether the weekly digest comes.' })
  digest!: boolean;

  @Field(() => Boolean, { description: 'Whether any mail comes; false: one left them all.' })
  mails!: boolean;

  @Field(() => Boolean, { description: 'Whether anything is pushed to one’s devices; false: one left it all.' })
  pushes!: boolean;

  @Field(() => BounceType, { nullable: true })
  bounce!: BounceType | null;

  static of({ digestLeftAt, mailsLeftAt, pushesLeftAt, ...choices }: HeldChoices): NotificationChoicesType {
    const gets = { digest: digestLeftAt === null, mails: mailsLeftAt === null, pushes: pushesLeftAt === null };
    const shown = { ...choices, ...gets };
    return Object.assign(new NotificationChoicesType(), shown);
  }
}

@InputType('NotificationCellInput')
export class NotificationCellInput implements ChosenCell {
  @Field(() => NotificationEvent as unknown as object)
  event!: EventGroup;

  @Field(() => Channel)
  channel!: Channel;

  @Field(() => Choice, { nullable: true, description: 'Null: as the defaults say.' })
  choice!: Choice | null;
}

@InputType('HoursOfDayInput')
export class HoursOfDayInput implements HoursOfDay {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;
}

@InputType('ChooseNotificationsInput', { description: 'What is left out stays; null sets back.' })
export class ChooseNotificationsInputType implements ChooseNotificationsInput {
  @Field(() => [NotificationCellInput], { nullable: true })
  cells?: NotificationCellInput[] | null;

  @Field(() => HoursOfDayInput, { nullable: true })
  quietHours?: HoursOfDayInput | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => Language, { nullable: true })
  language?: Language | null;

  @Field(() => DayScalar, { nullable: true })
  pausedUntil?: Day | null;

  @Field(() => Boolean, { nullable: true })
  digest?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  mails?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether anything is pushed to one’s devices.' })
  pushes?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Tries an address again whose mails came back.' })
  tryAddressAgain?: boolean | null;
}

/** What the link in a mail can end. Says no more of a person than the mail did. */
@ObjectType('Unsubscription', { description: 'What the link in a mail can end, and what is ended.' })
export class UnsubscriptionType {
  @Field(() => String, { nullable: true, description: 'Key and title of the pain point it was about.' })
  painPoint!: string | null;

  @Field(() => NotificationEvent as unknown as object, { nullable: true })
  event!: EventGroup | null;

  @Field(() => [LeaveScope])
  offered!: readonly LeaveScope[];

  @Field(() => [LeaveScope])
  left!: readonly LeaveScope[];

  static of({ painPoint, event, offered, left }: Leaving): UnsubscriptionType {
    const about = painPoint && `${painPoint.key} ${painPoint.title}`;
    return Object.assign(new UnsubscriptionType(), { painPoint: about, event, offered, left });
  }
}

@InputType('UnsubscribeInput')
export class UnsubscribeInput {
  @Field(() => String)
  token!: string;

  @Field(() => LeaveScope)
  scope!: LeaveScope;

  @Field(() => Boolean, { nullable: true, description: 'True: come back after having left. Default: false.' })
  comeBack?: boolean | null;
}
