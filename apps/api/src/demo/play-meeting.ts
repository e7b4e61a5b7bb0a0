import { type Day, dayAfter, dayIn, type FixedClock, instantAfter } from '@stanch/kernel';
import {
  AddActionItem,
  AddDecision,
  AgendaStepKind,
  EndMeeting,
  MarkPresent,
  PresentStep,
  ReadContent,
  StartMeeting,
} from '@stanch/meetings';
import type { Actor } from '@stanch/people';
import type { INestApplicationContext } from '@nestjs/common';
import { company } from './company.js';
import type { PastMeeting } from './meetings.js';
import type { Who } from './story.js';

/** What a meeting needs to know of the demo's people and cards. */
export interface DemoNames {
  readonly everybody: ReadonlyMap<Who, Actor>;
  /** The pain point of a title. */
  painPoint(title: string): string;
}

/** So long each thing stands on the screen, in seconds. */
const STAYS = { figures: 150, win: 80, promises: 200, card: 95, plot: 230, decisions: 140 };
/** So many cards are talked about in one meeting. */
const MOST_CARDS = 6;

/** Plays a meeting from its first step to its end, as Nora leads it; gives the tasks that it asked for. */
export async function playMeeting(
  stanch: INestApplicationContext,
  clock: FixedClock,
  meeting: PastMeeting,
  names: DemoNames,
): Promise<{ taskId: string; done?: number; by: Who }[]> {
  const nora = names.everybody.get('nora') as Actor;
  const started = await stanch.get(StartMeeting).run(nora, {});
  const meetingId = started.id;
  for (const [who, { personId }] of names.everybody) {
    await stanch.get(MarkPresent).run({ meetingId, personId, present: !meeting.absent.includes(who) });
  }
  const pass = (seconds: number) => clock.set(instantAfter(clock.now(), seconds * 1_000));
  const show = async (step: AgendaStepKind, seconds: number, what: { painPointId?: string; winId?: string } = {}) => {
    await stanch.get(PresentStep).run(nora, { meetingId, step, ...what });
    pass(seconds);
  };
  const content = await stanch.get(ReadContent).live(started);
  await show(AgendaStepKind.SINCE_LAST, STAYS.figures);
  for (const { winId } of await content.part('wins')) await show(AgendaStepKind.WINS, STAYS.win, { winId });
  await show(AgendaStepKind.COMMITMENTS, STAYS.promises);
  for (const { card } of (await content.part('walk')).items.slice(0, MOST_CARDS)) {
    await show(AgendaStepKind.WALK, STAYS.card, { painPointId: card.painPointId });
  }
  await show(AgendaStepKind.QUICK_WINS, STAYS.plot);
  const about = (title: string | undefined) => (title === undefined ? null : names.painPoint(title));
  for (const decision of meeting.decisions) {
    await stanch.get(AddDecision).run(nora, { meetingId, text: decision.text, painPointId: about(decision.about) });
  }
  const tasks = [];
  for (const { title, for: by, dueIn, done, about: card } of meeting.actions) {
    const assigneeId = names.everybody.get(by)?.personId;
    const painPointId = about(card);
    const given = { meetingId, title, assigneeId, dueOn: daysOn(clock, dueIn) };
    const painPointIds = painPointId === null ? [] : [painPointId];
    tasks.push({ taskId: await stanch.get(AddActionItem).run(nora, { ...given, painPointIds }), done, by });
  }
  await show(AgendaStepKind.DECISIONS, STAYS.decisions);
  await stanch.get(EndMeeting).run(nora, meetingId);
  return tasks;
}

function daysOn(clock: FixedClock, days: number): Day {
  return dayAfter(dayIn(clock.now(), company.timeZone), days);
}
