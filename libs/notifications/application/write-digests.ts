import { Clock, Ids, type Instant, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { People, type Person, WorkspaceSettings } from '@stanch/people';
import { ReadTrustFigures, type TrustFigures } from '@stanch/meetings';
import { Configuration, UnitOfWork } from '@stanch/platform';
import { ReadBoard } from '@stanch/remediation';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type DigestTime, digestTime, maySomeBeDue, type MeetingRule } from '../domain/digest-time.js';
import { type MailData, newMail } from '../domain/mail.js';
import type { Notice, NoticedPlot, NoticedTrust } from '../domain/notice.js';
import { Channel } from '../domain/preferences.js';
import { outsideQuietHours } from '../domain/quiet-hours.js';
import { isPaused, type Reach } from '../domain/reach.js';
import { domainOf } from '../email/mail-domain.js';
import { StoredDigests } from '../persistence/stored-digests.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { StoredReach } from '../persistence/stored-reach.js';
import { ComposeDigest } from './compose-digest.js';
import { PushDigest } from './push-digest.js';
import { SendMails } from './send-mails.js';
import { TellInApp } from './tell-in-app.js';

/** How often is looked whose digest is due, in milliseconds. */
const LOOK = 60_000;
const WEEK = 7 * MILLISECONDS_PER_DAY;
/** Who comes back from a pause before their first digest hears of so much. */
const LONG_AWAY = 4 * WEEK;

/**
 * Writes each person's weekly digest when it is due: exactly one a person and week, since the row that says so is
 * written in the transaction of its mail, whichever process comes first and however often one is started.
 */
@Injectable()
export class WriteDigests implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(WriteDigests.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly settings: WorkspaceSettings,
    private readonly people: People,
    private readonly stored: StoredDigests,
    private readonly reach: StoredReach,
    private readonly notices: StoredNotices,
    private readonly compose: ComposeDigest,
    private readonly figures: ReadTrustFigures,
    private readonly board: ReadBoard,
    private readonly sendMails: SendMails,
    private readonly tellInApp: TellInApp,
    private readonly pushDigest: PushDigest,
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.delivers) return;
    const look = () => void this.run().catch((reason: unknown) => this.log.error(reason));
    look();
    this.timer = setInterval(look, LOOK);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Writes what is due now; says how many mails that made. */
  async run(): Promise<number> {
    const settings = await this.settings.find();
    if (settings === null) return 0;
    const { meetingWeekday: weekday, meetingTime: time, timeZone } = settings;
    const due = await this.due({ weekday, time, timeZone });
    if (due.length === 0) return 0;
    const plot = { boardId: (await this.board.board(null)).id, until: this.clock.now() };
    const figures = noticed(await this.figures.run(), settings.currency);
    let written = 0;
    for (const [person, week] of due) if (await this.write(person, week, figures, plot)) written += 1;
    if (written > 0) this.sendMails.wake();
    return written;
  }

  /** Whose digest is due, and has not been written. */
  private async due(meeting: MeetingRule): Promise<[Person, DigestTime][]> {
    const now = this.clock.now();
    // Nobody's is due yet, wherever they are: most looks of a week end here.
    if (!maySomeBeDue(now, meeting)) return [];
    const readers = (await this.people.everybody()).filter(({ active }) => active);
    const reachOf = await this.unitOfWork.read((em) =>
      this.reach.of(
        { em },
        readers.map(({ id }) => id),
      ),
    );
    const had = new Map<string, ReadonlySet<string>>();
    const due: [Person, DigestTime][] = [];
    for (const person of readers) {
      const time = digestTime(now, meeting, reachOf(person.id).timeZone);
      if (now < time.dueAt || isPaused(reachOf(person.id), now)) continue;
      const done = had.get(time.week) ?? (await this.stored.had(time.week));
      had.set(time.week, done);
      if (!done.has(person.id)) due.push([person, time]);
    }
    return due;
  }

  private async write(
    person: Person,
    { week }: DigestTime,
    figures: NoticedTrust,
    plot: NoticedPlot,
  ): Promise<boolean> {
    return this.unitOfWork.run(async (transaction) => {
      const now = this.clock.now();
      const reach = (await this.reach.of(transaction, [person.id]))(person.id);
      const items = await this.stored.waiting(transaction, person.id);
      const since =
        (await this.stored.lastAt(transaction, person.id, week)) ??
        instantAfter(now, -(reach.pausedUntil === null ? WEEK : LONG_AWAY));
      const frame = { person, since, now, timeZone: reach.timeZone, chosen: reach.chosen };
      const wanted = person.email !== null && !reach.noMails && !reach.noDigest;
      const sections = wanted ? await this.compose.run(transaction, frame, items) : [];
      const told = { ...noticeAt(now), digest: { sections, figures }, plot };
      const mail = sections.length === 0 ? null : this.mailOf(person, week, told, reach);
      const mailId = mail?.id ?? null;
      if (!(await this.stored.take(transaction, { personId: person.id, week, at: now, mailId }))) return false;
      await this.stored.told(transaction, person.id, mailId ?? `none ${week}`);
      // What somebody wants to hear once a week in the app is one line there.
      const count = items.filter(({ channel }) => channel === Channel.APP).length;
      const line = { ...noticeAt(now), count };
      if (count > 0) await this.tellInApp.within(transaction, [person.id], eventOf(week), line);
      await this.pushDigest.within(transaction, person, eventOf(week), { items, reach });
      if (mail === null) return false;
      await this.notices.saveMails(transaction, [mail]);
      return true;
    });
  }

  private mailOf({ id: personId, email }: Person, week: string, notice: Notice, reach: Reach): MailData {
    return newMail({
      id: this.ids.next(),
      eventId: eventOf(week),
      personId,
      address: email ?? '',
      painPointId: null,
      notice,
      createdAt: notice.at,
      sendAfter: outsideQuietHours(notice.at, reach.quiet),
      domain: domainOf(this.configuration.mailFrom),
    });
  }
}

/** The weeks follow each other: one event a person and week. */
function eventOf(week: string): string {
  return `digest ${week}`;
}

function noticeAt(at: Instant): Notice {
  return { kind: 'digest', part: 'sponsor', at, by: null, card: null };
}

function noticed(figures: TrustFigures, currency: string): NoticedTrust {
  const { kept, bleedPerWeek, bleedNewThisWeek, bleedStoppedThisWeek, fixed, confirmed, timeToFixed } = figures;
  return {
    currency,
    kept: kept.kept,
    due: kept.due,
    bleeds: bleedPerWeek,
    bleedsNew: bleedNewThisWeek,
    bleedStopped: bleedStoppedThisWeek,
    fixed,
    confirmed,
    withinDays: timeToFixed.withinDays,
    cases: timeToFixed.cases,
    answerHours: figures.medianAnswerHours,
  };
}
