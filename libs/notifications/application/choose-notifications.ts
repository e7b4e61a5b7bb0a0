import { Clock, dayIn } from '@stanch/kernel';
import { type Actor, seesInternal, WorkspaceSettings } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import {
  type ChosenSettings,
  type HoursOfDay,
  ownTimeZone,
  pauseUntil,
  quietHours,
} from '../domain/chosen-settings.js';
import type { Language } from '../domain/language.js';
import { cellOf, Channel, Choice, defaultChoice, type EventGroup, groupsFor, kindsOf } from '../domain/preferences.js';
import { type ChosenCell, StoredChoices } from '../persistence/stored-choices.js';
import { StoredMails } from '../persistence/stored-mails.js';
import { StoredPushes } from '../persistence/stored-pushes.js';
import { FindVoice } from './find-voice.js';

/** One cell of the settings page, as it holds. */
export interface HeldCell {
  readonly event: EventGroup;
  readonly channel: Channel;
  readonly choice: Choice;
  /** Whether the person chose it, or the defaults did. */
  readonly chosen: boolean;
}

/** All that somebody chose about being told. */
export interface HeldChoices extends ChosenSettings {
  readonly cells: readonly HeldCell[];
  /** The time zone that holds: their own, or the workspace's. */
  readonly zone: string;
  /** The language of mails that holds: their own, or the workspace's. */
  readonly mailLanguage: Language;
}

/** Changes; what is left out stays, null sets back. */
export interface ChooseNotificationsInput {
  cells?: readonly ChosenCell[] | null;
  quietHours?: HoursOfDay | null;
  timeZone?: string | null;
  language?: Language | null;
  pausedUntil?: string | null;
  /** Whether the weekly digest comes. */
  digest?: boolean | null;
  /** Whether any mail comes. */
  mails?: boolean | null;
  /** Whether anything is pushed to one's devices. */
  pushes?: boolean | null;
  /** Tries an address again whose mails came back. */
  tryAddressAgain?: boolean | null;
}

/** How somebody wants to be told: event by event and channel by channel, and when not at all. */
@Injectable()
export class ChooseNotifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stored: StoredChoices,
    private readonly mails: StoredMails,
    private readonly pushes: StoredPushes,
    private readonly settings: WorkspaceSettings,
    private readonly voices: FindVoice,
    private readonly clock: Clock,
  ) {}

  /** What holds for somebody. */
  async of(actor: Actor): Promise<HeldChoices> {
    return this.unitOfWork.read((em) => this.read({ em }, actor));
  }

  /** Changes one's own choices; all of them, or when one is wrong, none. */
  async run(actor: Actor, input: ChooseNotificationsInput): Promise<HeldChoices> {
    return this.unitOfWork.run(async (transaction) => {
      const before = await this.stored.settingsOf(transaction, actor.personId);
      await this.stored.saveSettings(transaction, actor.personId, await this.changed(before, input));
      await this.stored.saveCells(transaction, actor.personId, input.cells ?? []);
      await this.withdrawLeft(transaction, actor.personId, input.cells ?? []);
      if (input.mails === false) await this.mails.withdraw(transaction, actor.personId);
      if (input.pushes === false) await this.pushes.withdraw(transaction, actor.personId);
      return this.read(transaction, actor);
    });
  }

  /** What shall never be sent again is not sent either when it waits already. */
  private async withdrawLeft(transaction: Transaction, personId: string, cells: readonly ChosenCell[]): Promise<void> {
    const left = (from: Channel) =>
      cells
        .filter(({ channel, choice }) => channel === from && choice === Choice.NEVER)
        .flatMap(({ event }) => kindsOf(event));
    const [mails, pushes] = [left(Channel.MAIL), left(Channel.PUSH)];
    if (mails.length > 0) await this.mails.withdraw(transaction, personId, { kinds: mails });
    if (pushes.length > 0) await this.pushes.withdraw(transaction, personId, { kinds: pushes });
  }

  private async changed(before: ChosenSettings, input: ChooseNotificationsInput): Promise<ChosenSettings> {
    const now = this.clock.now();
    const timeZone = input.timeZone == null ? input.timeZone : ownTimeZone(input.timeZone);
    const zone = await this.zoneOf({ timeZone: timeZone ?? before.timeZone });
    const left = (wanted: boolean | null | undefined, at: string | null) =>
      wanted == null ? at : wanted ? null : (at ?? now);
    return {
      quietHours: kept(input.quietHours, before.quietHours, quietHours),
      timeZone: timeZone === undefined ? before.timeZone : timeZone,
      language: input.language === undefined ? before.language : input.language,
      pausedUntil: kept(input.pausedUntil, before.pausedUntil, (day) => pauseUntil(day, dayIn(now, zone))),
      digestLeftAt: left(input.digest, before.digestLeftAt),
      mailsLeftAt: left(input.mails, before.mailsLeftAt),
      pushesLeftAt: left(input.pushes, before.pushesLeftAt),
      bounce: input.tryAddressAgain ? null : before.bounce,
    };
  }

  private async read(within: Pick<Transaction, 'em'>, actor: Actor): Promise<HeldChoices> {
    const settings = await this.stored.settingsOf(within, actor.personId);
    const chosen = await this.stored.chosenBy(within, actor.personId);
    const asSponsor = !seesInternal(actor.role);
    const cells = groupsFor(asSponsor).flatMap((event) =>
      Object.values(Channel).map((channel) => {
        const own = chosen.get(cellOf(event, channel));
        const choice = own ?? defaultChoice(event, channel, asSponsor);
        return { event, channel, choice, chosen: own !== undefined };
      }),
    );
    const { language: mailLanguage } = await this.voices.in(settings.language);
    return { ...settings, cells, zone: await this.zoneOf(settings), mailLanguage };
  }

  private async zoneOf({ timeZone }: Pick<ChosenSettings, 'timeZone'>): Promise<string> {
    return timeZone ?? (await this.settings.find())?.timeZone ?? 'UTC';
  }
}

function kept<Given, Kept>(given: Given | null | undefined, before: Kept | null, check: (given: Given) => Kept) {
  if (given === undefined) return before;
  return given === null ? null : check(given);
}
