import { badInput, Clock } from '@stanch/kernel';
import { type Person, People } from '@stanch/people';
import { type ReadPainPoint, ReadPainPoints } from '@stanch/remediation';
import { MutePainPoint, Sponsors } from '@stanch/sponsorship';
import { SignedLinks, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { NotificationKind, Part } from '../domain/notification-rules.js';
import { cellOf, Channel, Choice, EVENT_GROUPS, type EventGroup, groupOf, kindsOf } from '../domain/preferences.js';
import { StoredChoices } from '../persistence/stored-choices.js';
import { StoredMails } from '../persistence/stored-mails.js';
import { StoredPushes } from '../persistence/stored-pushes.js';

/** What one can leave by the link in a mail. */
export const LeaveScope = {
  /** This pain point: nothing more is told of it. */
  PAIN_POINT: 'PAIN_POINT',
  /** Mails of this kind of event. */
  EVENT: 'EVENT',
  /** The weekly digest. */
  DIGEST: 'DIGEST',
  /** All mails, and all that is pushed to one's devices. */
  ALL: 'ALL',
} as const;
export type LeaveScope = (typeof LeaveScope)[keyof typeof LeaveScope];

/** What a link out of a mail can end, and what is ended. */
export interface Leaving {
  readonly person: Person;
  readonly painPoint: ReadPainPoint | null;
  readonly event: EventGroup | null;
  readonly offered: readonly LeaveScope[];
  readonly left: readonly LeaveScope[];
}

/** What a link needs to know of the mail that it stands in. */
export interface LeavableMail {
  readonly personId: string;
  readonly painPointId: string | null;
  readonly kind: NotificationKind;
  readonly part: Part;
}

const PURPOSE = 'unsubscribe';

/**
 * Leaves by the link in a mail, without signing in and without a question: for a pain point, a kind of event, or all that
 * is sent. Doing it twice is as once (RFC 8058). The link counts for ever, as an old mail may be the one at hand.
 */
@Injectable()
export class LeaveMails {
  constructor(
    private readonly links: SignedLinks,
    private readonly people: People,
    private readonly painPoints: ReadPainPoints,
    private readonly sponsors: Sponsors,
    private readonly mutes: MutePainPoint,
    private readonly choices: StoredChoices,
    private readonly mails: StoredMails,
    private readonly pushes: StoredPushes,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The token of the link in a mail; null for one that was asked for, which nobody needs to leave. */
  tokenFor({ personId, painPointId, kind, part }: LeavableMail): string | null {
    if (part === 'visitor') return null;
    const event = groupOf(kind);
    return this.links.sign(PURPOSE, {
      person: personId,
      ...(painPointId === null ? {} : { card: painPointId }),
      ...(event === null ? {} : { event }),
      ...(kind === 'digest' ? { digest: 'yes' } : {}),
    });
  }

  /** What a link can end; null for one that is none of ours. Changes nothing. */
  async read(token: string): Promise<Leaving | null> {
    const claims = this.links.read(PURPOSE, token).claims;
    const person = claims?.['person'] === undefined ? null : await this.people.byId(claims['person']);
    if (!claims || person?.active !== true) return null;
    const event = EVENT_GROUPS.find((group) => group === claims['event']) ?? null;
    const cardId = claims['card'];
    const [painPoint] = cardId === undefined ? [] : await this.painPoints.byIds([cardId]);
    const sponsorship =
      painPoint &&
      (await this.sponsors.of([painPoint.id])).get(painPoint.id)?.find((one) => one.personId === person.id);
    const [settings, chosen] = await this.unitOfWork.read(async (em) => [
      await this.choices.settingsOf({ em }, person.id),
      await this.choices.chosenBy({ em }, person.id),
    ]);
    const offered: LeaveScope[] = [LeaveScope.ALL];
    const left: LeaveScope[] = settings.mailsLeftAt === null ? [] : [LeaveScope.ALL];
    if (event !== null) offered.unshift(LeaveScope.EVENT);
    if (event !== null && chosen.get(cellOf(event, Channel.MAIL)) === Choice.NEVER) left.push(LeaveScope.EVENT);
    if (claims['digest'] !== undefined) offered.unshift(LeaveScope.DIGEST);
    if (claims['digest'] !== undefined && settings.digestLeftAt !== null) left.push(LeaveScope.DIGEST);
    if (sponsorship) offered.unshift(LeaveScope.PAIN_POINT);
    if (sponsorship?.muted) left.push(LeaveScope.PAIN_POINT);
    return { person, painPoint: painPoint ?? null, event, offered, left };
  }

  /** Leaves, or comes back; mails that wait are taken back. */
  async run(token: string, scope: LeaveScope, wanted: boolean): Promise<Leaving> {
    const leaving = await this.read(token);
    if (leaving === null) {
      throw badInput(
        'token',
        'This link is damaged. Open it once more from the mail, or sign in and use the settings.',
      );
    }
    if (!leaving.offered.includes(scope)) throw badInput('scope', 'This link cannot end that. Choose another.');
    await this.unitOfWork.run((transaction) => this.change(transaction, leaving, scope, wanted));
    return (await this.read(token)) ?? leaving;
  }

  private async change(within: Transaction, { person, painPoint, event }: Leaving, scope: LeaveScope, wanted: boolean) {
    if (scope === LeaveScope.PAIN_POINT && painPoint) {
      await this.mutes.within(within, person.id, painPoint.id, !wanted);
    } else if (scope === LeaveScope.EVENT && event) {
      const choice = wanted ? null : Choice.NEVER;
      await this.choices.saveCells(within, person.id, [{ event, channel: Channel.MAIL, choice }]);
      if (!wanted) await this.mails.withdraw(within, person.id, { kinds: kindsOf(event) });
    } else if (scope === LeaveScope.DIGEST) {
      const settings = await this.choices.settingsOf(within, person.id);
      const digestLeftAt = wanted ? null : (settings.digestLeftAt ?? this.clock.now());
      await this.choices.saveSettings(within, person.id, { ...settings, digestLeftAt });
      if (!wanted) await this.mails.withdraw(within, person.id, { kinds: ['digest'] });
    } else {
      const settings = await this.choices.settingsOf(within, person.id);
      const mailsLeftAt = wanted ? null : (settings.mailsLeftAt ?? this.clock.now());
      const pushesLeftAt = wanted ? null : (settings.pushesLeftAt ?? this.clock.now());
      await this.choices.saveSettings(within, person.id, { ...settings, mailsLeftAt, pushesLeftAt });
      if (wanted) return;
      await this.mails.withdraw(within, person.id);
      await this.pushes.withdraw(within, person.id);
    }
  }
}
