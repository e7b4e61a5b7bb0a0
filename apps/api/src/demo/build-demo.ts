import { randomBytes } from 'node:crypto';
import {
  dayAfter,
  dayIn,
  type Day,
  FixedClock,
  type Instant,
  instantAfter,
  startOfDay,
  weekdayOf,
} from '@stanch/kernel';
import { AddService, RecordInterview } from '@stanch/discovery';
import { type Actor, AddBusinessUnit, AddPerson, type Person, StartWorkspace, UpdateWorkspace } from '@stanch/people';
import { WriteDigests } from '@stanch/notifications';
import { Outbox, UnitOfWork } from '@stanch/platform';
import {
  AddComment,
  AddTask,
  ChangeStages,
  ClosePainPoint,
  CloseReason,
  MergePainPoints,
  MovePainPoint,
  OfferWorkaround,
  type PainPointEdit,
  RaisePainPoint,
  ReadBoard,
  ReadLinked,
  ReadPainPoints,
  RecordWin,
  RemediationTask,
  StageCategory,
  StoredLinks,
  TaskState,
  TellSilence,
  UpdatePainPoint,
  UpdateTask,
  Visibility,
} from '@stanch/remediation';
import {
  AwaitAnswers,
  ConfirmFixed,
  JoinPainPoint,
  KeepCommitments,
  MakeCommitment,
  QuoteInWin,
} from '@stanch/sponsorship';
import type { INestApplicationContext } from '@nestjs/common';
import { company, ratings, services, staff, units } from './company.js';
import { pastMeetings } from './meetings.js';
import { playMeeting } from './play-meeting.js';
import { bleedingStories, merges } from './stories-bleeding.js';
import { checkingStories } from './stories-checking.js';
import { fixedStories } from './stories-fixed.js';
import { fixedLatelyStories } from './stories-fixed-lately.js';
import { plannedStories } from './stories-planned.js';
import { treatingStories } from './stories-treating.js';
import type { Step, Story, Who } from './story.js';

const stories: readonly Story[] = [
  ...fixedStories,
  ...fixedLatelyStories,
  ...checkingStories,
  ...treatingStories,
  ...plannedStories,
  ...bleedingStories,
];

/** The story begins so many days before today: twelve weeks, and the days in which the company was set up. */
const BEGINS = 90;

/** What happened in the last days is still new to everybody; older mails were sent and older notices read. */
const STILL_NEW = 2;

/** The happenings of a day lie so many milliseconds apart. */
const BETWEEN = 11 * 60_000;
/** The first is so many milliseconds after midnight; today's, so long before the hour at which it is now. */
const WORK_BEGINS = 10.75 * 3_600_000;
const BEFORE_NOW = 4 * 3_600_000;

/** The meeting begins at ten, so many milliseconds before them, and is over by then. */
const BEFORE_WORK = 45 * 60_000;
/** The digest is written so many milliseconds after them: within the nineteen hours before a meeting. */
const AFTER_WORK = 7 * 3_600_000;

/** As many pains are under treatment at once, the company decided so many days before today. */
const TREATED_AT_ONCE = 5;
const LIMITED = 20;

interface Happening {
  readonly ago: number;
  readonly run: () => Promise<void>;
}

/**
 * Plays twelve weeks of the demo company through the same use cases that people use, on a clock that is moved along, so
 * that ages, figures, promises, history and notices are what they would be. The dates are counted back from today.
 */
export class DemoBuilder {
  private readonly people = new Map<Who, Actor>();
  private readonly unitIds = new Map<string, string>();
  private readonly serviceIds = new Map<string, string>();
  private readonly quoteIds = new Map<string, string>();
  private readonly painPointIds = new Map<string, string>();

  constructor(
    private readonly stanch: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly today: Instant,
  ) {}

  /** Plays it all. The clock stands at the present when it resolves. */
  async run(): Promise<void> {
    this.clock.set(this.at(BEGINS, 0));
    await this.foundCompany();
    const happenings = [
      ...this.interviews(),
      { ago: LIMITED, run: () => this.limitTreating() },
      ...stories.flatMap((story) => this.happeningsOf(story)),
      ...merges.map(({ title, into, ago }) => ({ ago, run: () => this.merge(title, into) })),
    ];
    for (let ago = BEGINS; ago >= 0; ago -= 1) {
      happenings.push(...(await this.meet(ago)));
      this.clock.set(this.at(ago, 0));
      await this.stanch.get(KeepCommitments).breakPast();
      await this.stanch.get(AwaitAnswers).remind();
      await this.stanch.get(AwaitAnswers).timeOut();
      await this.stanch.get(KeepCommitments).sayNear();
      await this.stanch.get(TellSilence).run();
      await this.stanch.get(WriteDigests).run();
      const ofTheDay = happenings.filter((happening) => happening.ago === ago);
      for (const [index, { run }] of ofTheDay.entries()) {
        this.clock.set(this.at(ago, index + 1));
        await run();
      }
      await this.stanch.get(Outbox).drain();
      await this.evening(ago);
      if (ago > STILL_NEW) await this.dayIsOver();
    }
    this.clock.set(this.today);
  }

  /** The weekly meeting, before the day's work; gives what was asked for in it, to be done later. */
  private async meet(ago: number): Promise<Happening[]> {
    const meeting = pastMeetings.find((one) => one.ago === ago);
    if (!meeting) return [];
    this.clock.set(instantAfter(this.at(ago, 0), -BEFORE_WORK));
    const names = { everybody: this.people, painPoint: (title: string) => this.painPoint(title) };
    const tasks = await playMeeting(this.stanch, this.clock, meeting, names);
    await this.stanch.get(Outbox).drain();
    return tasks.flatMap(({ taskId, done, by }) =>
      done === undefined ? [] : [{ ago: done, run: () => this.finish(taskId, by) }],
    );
  }

  private async finish(id: string, by: Who): Promise<void> {
    const task = await this.stanch.get(UnitOfWork).read((em) => em.findOneOrFail(RemediationTask, { id }));
    const edit = { id, expectedVersion: task.version, state: TaskState.DONE };
    await this.stanch.get(UpdateTask).run(this.who(by), edit);
  }

  private async evening(ago: number): Promise<void> {
    const later = instantAfter(this.at(ago, 0), AFTER_WORK);
    if (later < this.clock.now() || later > this.today) return;
    this.clock.set(later);
    await this.stanch.get(WriteDigests).run();
  }

  private async foundCompany(): Promise<void> {
    const { name, ...choices } = company;
    const { ruth, ...others } = staff;
    const password = randomBytes(24).toString('base64url');
    const founded = await this.stanch
      .get(StartWorkspace)
      .run(
        { ...choices, workspaceName: name, name: ruth.name, email: addressOf(ruth.name), password },
        { ip: '127.0.0.1' },
      );
    await this.meetOn(weekdayOf(dayIn(this.today, company.timeZone)), founded.person);
    this.people.set('ruth', { personId: founded.person.id, role: founded.person.role });
    for (const unit of units)
      this.unitIds.set(unit, (await this.stanch.get(AddBusinessUnit).run(null, { name: unit })).id);
    for (const [who, { name: called, role, unit }] of Object.entries(others) as [Who, (typeof staff)[Who]][]) {
      const businessUnitId = unit === null ? null : (this.unitIds.get(unit) ?? null);
      const email = addressOf(called);
      const person = await this.stanch.get(AddPerson).run(null, { name: called, email, role, businessUnitId });
      this.people.set(who, { personId: person.id, role: person.role });
    }
    for (const { owner, shares, ...service } of services) {
      const uses = Object.entries(shares).map(([unit, [share, uses]]) => {
        return { businessUnitId: this.unitIds.get(unit) ?? '', share, uses };
      });
      const input = { ...service, ownerId: this.who(owner).personId, uses };
      const { id } = await this.stanch.get(AddService).run(null, input);
      this.serviceIds.set(service.name, id);
    }
  }

  /** The company meets on the day of the week that today is, so that its next meeting is due now. */
  private async meetOn(meetingWeekday: number, { id: personId, role }: Person): Promise<void> {
    await this.stanch.get(UpdateWorkspace).run({ personId, role }, { meetingWeekday });
  }

  /** One interview with each person who was asked, on the day of their first story; all they said is a quote of it. */
  private interviews(): Happening[] {
    const asked = Map.groupBy(
      stories.filter(({ interview }) => interview),
      ({ raisedBy }) => raisedBy,
    );
    return [...asked].map(([who, told]) => ({
      ago: Math.max(...told.map(({ ago }) => ago)),
      run: async () => {
        const { personId } = this.who(who);
        const scores = Object.entries(ratings[who] ?? {});
        const { quotes } = await this.stanch.get(RecordInterview).run(this.who('nora'), {
          heldOn: dayIn(this.clock.now(), company.timeZone),
          quotes: told.map(({ words, service }) => ({ text: words, personId, serviceId: this.service(service) })),
          ratings: scores.map(([service, score]) => ({ serviceId: this.service(service), personId, score })),
        });
        for (const [index, { title }] of told.entries()) this.quoteIds.set(title, quotes[index]?.id ?? '');
      },
    }));
  }

  private happeningsOf(story: Story): Happening[] {
    const steps = (story.steps ?? []).flatMap((step) => {
      const happenings = [{ ago: step.ago, run: () => this.take(story, step) }];
      if (step.does !== 'task') return happenings;
      for (const [ago, state] of [[step.begun, TaskState.DOING] as const, [step.done, TaskState.DONE] as const]) {
        if (ago !== undefined) happenings.push({ ago, run: () => this.advance(story, step.title, step.by, state) });
      }
      return happenings;
    });
    return [{ ago: story.ago, run: () => this.raise(story) }, ...steps];
  }

  private async raise(story: Story): Promise<void> {
    const raiser = this.who(story.raisedBy);
    const typist = story.interview ? this.who('nora') : raiser;
    const { id } = await this.stanch.get(RaisePainPoint).run(typist, {
      title: story.title,
      description: story.words,
      raiserId: raiser.personId,
      serviceId: this.service(story.service),
      tags: [...(story.tags ?? [])],
      peopleAffected: story.people,
      hoursLostPerPersonPerWeek: story.hours,
      directCostPerWeek: story.direct,
      effortDays: story.effort,
    });
    this.painPointIds.set(story.title, id);
    const quoteId = this.quoteIds.get(story.title);
    if (quoteId === undefined) return;
    const unitOfWork = this.stanch.get(UnitOfWork);
    await unitOfWork.run((transaction) => this.stanch.get(StoredLinks).linkQuotes(transaction, id, [quoteId]));
  }

  private async take(story: Story, step: Step): Promise<void> {
    const painPointId = this.painPoint(story.title);
    const actor = this.who(step.by);
    if (step.does === 'own') await this.edit(actor, painPointId, { ownerId: actor.personId });
    else if (step.does === 'block') await this.edit(actor, painPointId, { blocked: true, blockedReason: step.reason });
    else if (step.does === 'work around') {
      const { words, hours: hoursLostPerPersonPerWeek } = step;
      await this.stanch.get(OfferWorkaround).run(actor, { painPointId, words, hoursLostPerPersonPerWeek });
    } else if (step.does === 'join') await this.stanch.get(JoinPainPoint).run(actor, painPointId);
    else if (step.does === 'move') await this.move(actor, painPointId, step.to);
    else if (step.does === 'promise') {
      const dueOn = this.daysOn(step.dueIn);
      await this.stanch.get(MakeCommitment).run(actor, { painPointId, dueOn, reason: step.reason });
    } else if (step.does === 'task') {
      const visibility = step.shared ? Visibility.SHARED : Visibility.INTERNAL;
      const assigneeId = this.who(step.for).personId;
      const dueOn = step.dueIn === undefined ? null : this.daysOn(step.dueIn);
      const input = { title: step.title, painPointIds: [painPointId], assigneeId, dueOn, visibility };
      await this.stanch.get(AddTask).run(actor, input);
    } else if (step.does === 'say' || step.does === 'note') {
      const visibility = step.does === 'say' ? Visibility.SHARED : Visibility.INTERNAL;
      await this.stanch.get(AddComment).run(actor, { painPointId, text: step.text, visibility });
    } else if (step.does === 'win') {
      const { headline, measure, unit, before, after, thanks } = step;
      const thanksIds = (thanks ?? []).map((who) => this.who(who).personId);
      const win = { headline, measure, unit, before, after, thanksIds, painPointIds: [painPointId] };
      const { id: winId } = await this.stanch.get(RecordWin).run(actor, win);
      await this.stanch.get(QuoteInWin).run(actor, winId, painPointId);
    } else if (step.does === 'confirm') {
      const { rating, words } = step;
      await this.stanch.get(ConfirmFixed).run(actor, { painPointId, fixed: true, rating, words });
    } else if (step.does === 'still bleeding') {
      await this.stanch.get(ConfirmFixed).run(actor, { painPointId, fixed: false, words: step.words });
    } else {
      const as = step.does === 'park' ? CloseReason.PARKED : CloseReason.DECLINED;
      await this.stanch.get(ClosePainPoint).run(actor, { id: painPointId, as, reason: step.reason });
    }
  }

  private async advance(story: Story, title: string, by: Who, state: TaskState): Promise<void> {
    const painPointId = this.painPoint(story.title);
    const tasks = (await this.stanch.get(ReadLinked).tasks([painPointId], 'all')).get(painPointId) ?? [];
    for (const { task } of tasks.filter((listed) => listed.task.title === title)) {
      const edit = { id: task.id, expectedVersion: task.version, state };
      await this.stanch.get(UpdateTask).run(this.who(by), edit);
    }
  }

  private async limitTreating(): Promise<void> {
    const board = await this.stanch.get(ReadBoard).board(null);
    const stages = await this.stanch.get(ReadBoard).stages([board.id]);
    const treating = stages.find(({ category }) => category === StageCategory.TREATING);
    if (!treating) return;
    await this.stanch.get(ChangeStages).update(this.who('nora'), { id: treating.id, wipLimit: TREATED_AT_ONCE });
  }

  private async edit(actor: Actor, id: string, edit: PainPointEdit): Promise<void> {
    const { version } = await this.stanch.get(ReadPainPoints).one({ id });
    await this.stanch.get(UpdatePainPoint).run(actor, { ...edit, id, expectedVersion: version });
  }

  private async move(actor: Actor, id: string, to: StageCategory): Promise<void> {
    const board = await this.stanch.get(ReadBoard).board(null);
    const stages = await this.stanch.get(ReadBoard).stages([board.id]);
    const stage = stages.find(({ category }) => category === to);
    if (!stage) throw new Error(`The demo's board has no stage for ${to}.`);
    await this.stanch.get(MovePainPoint).run(actor, { id, toStageId: stage.id });
  }

  private async merge(title: string, into: string): Promise<void> {
    const input = { fromIds: [this.painPoint(title)], intoId: this.painPoint(into) };
    await this.stanch.get(MergePainPoints).run(this.who('nora'), input);
  }

  /** What is older than the last days has been read and sent. */
  private async dayIsOver(): Promise<void> {
    const now = this.clock.now();
    await this.stanch.get(UnitOfWork).run(async ({ em }) => {
      const kysely = em.getKysely<DeliveryTables>();
      await kysely.updateTable('notification').set({ read_at: now }).where('read_at', 'is', null).execute();
      await kysely
        .updateTable('mail')
        .set({ state: 'SENT', sent_at: now, attempts: 1, next_attempt_at: null })
        .where('state', '=', 'WAITING')
        .execute();
    });
  }

  /** The n-th working moment of a day so many days before today, never later than now. */
  private at(ago: number, moment: number): Instant {
    const start =
      ago === 0
        ? instantAfter(this.today, -BEFORE_NOW)
        : instantAfter(startOfDay(dayAfter(dayIn(this.today, company.timeZone), -ago), company.timeZone), WORK_BEGINS);
    return instantAfter(start, moment * BETWEEN);
  }

  /** The day so many days after the one on which the story is. */
  private daysOn(days: number): Day {
    return dayAfter(dayIn(this.clock.now(), company.timeZone), days);
  }

  private who(name: Who): Actor {
    return known(this.people, name);
  }

  private service(name: string): string {
    return known(this.serviceIds, name);
  }

  private painPoint(title: string): string {
    return known(this.painPointIds, title);
  }
}

/** Two tables of the notifications, which the demo alone writes from outside: it did not really send anything. */
interface DeliveryTables {
  notification: { read_at: string | null };
  mail: { state: string; sent_at: string | null; attempts: number; next_attempt_at: string | null };
}

function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@fernwick.example`;
}

function known<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The demo's story speaks of "${name}", which is not there.`);
  return value;
}
