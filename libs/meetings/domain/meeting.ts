import { badInput, type Instant, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { AgendaStepKind, PlannedStep } from './agenda.js';
import { sameSlice, type Slice } from './slice.js';

/** How far a meeting is. */
export const MeetingState = { RUNNING: 'RUNNING', ENDED: 'ENDED' } as const;
export type MeetingState = (typeof MeetingState)[keyof typeof MeetingState];

/** Where the presenter stands, and all who follow. */
export interface Position {
  readonly step: AgendaStepKind;
  /** Which page of the step, from 0. */
  readonly page: number;
  /** The card that is enlarged. */
  readonly painPointId: string | null;
  /** The win that is shown. */
  readonly winId: string | null;
}

/** The first meeting of a board looks back so many days. */
const FIRST_LOOKS_BACK_DAYS = 7;
const HIGHEST_PAGE = 100_000;
const LONGEST_SCREEN = 100;

/** The weekly status meeting of a board: one at a time, until somebody ends it. */
export class Meeting {
  id!: string;
  boardId!: string;
  state!: MeetingState;
  startedAt!: Instant;
  startedById!: string;
  endedAt!: Instant | null;
  endedById!: string | null;
  /** When the last meeting before it was ended; null for the first. */
  since!: Instant | null;
  /** The steps that are on, in their order. */
  steps!: readonly PlannedStep[];
  /** Counts everything that a follower sees of the meeting; whoever knows it knows what they missed. */
  revision!: number;
  position!: Position;
  presentedAt!: Instant;
  /** Who moved it there. */
  presentedById!: string;
  /** The screen on which they did, by a name that it gave itself: of several screens of one person, one presents. */
  presentedOn!: string | null;
  /** What of the board is shown to all who follow; null: the whole board. */
  slice!: Slice | null;

  static start(start: {
    id: string;
    boardId: string;
    byId: string;
    now: Instant;
    steps: readonly PlannedStep[];
    since: Instant | null;
    slice?: Slice | null;
  }): Meeting {
    const { id, boardId, byId, now, steps, since, slice = null } = start;
    return Object.assign(new Meeting(), {
      id,
      boardId,
      state: MeetingState.RUNNING,
      startedAt: now,
      startedById: byId,
      endedAt: null,
      endedById: null,
      since,
      steps,
      revision: 1,
      position: beginningOf(steps),
      presentedAt: now,
      presentedById: byId,
      presentedOn: null,
      slice,
    });
  }

  /** From when on it tells what happened. */
  get from(): Instant {
    return this.since ?? instantAfter(this.startedAt, -FIRST_LOOKS_BACK_DAYS * MILLISECONDS_PER_DAY);
  }

  /**
   * The presenter goes to another place; says whether that is another one. Whoever names another screen takes over; a
   * program that names none moves the meeting only while none presents it.
   */
  present(to: Position, byId: string, now: Instant, screen: string | null = null): boolean {
    this.assertRunning();
    if (screen !== null && (screen === '' || screen.length > LONGEST_SCREEN)) {
      throw badInput('screen', `The name of a screen has from 1 to ${LONGEST_SCREEN} letters.`);
    }
    if (screen === null && this.presentedOn !== null) {
      throw badInput(
        'screen',
        'A screen presents this meeting, and one leads at a time. Ask it to go on by steerMeeting, or take over by naming a screen.',
      );
    }
    if (!this.steps.some(({ kind }) => kind === to.step)) {
      throw badInput('step', 'This step is not on the agenda of this meeting. Choose one that is.');
    }
    if (!Number.isInteger(to.page) || to.page < 0 || to.page > HIGHEST_PAGE) {
      throw badInput('page', `A page is a whole number from 0 to ${HIGHEST_PAGE}.`);
    }
    const samePresenter = this.presentedById === byId && this.presentedOn === screen;
    if (samePlace(this.position, to) && samePresenter) return false;
    this.position = to;
    this.presentedAt = now;
    this.presentedById = byId;
    this.presentedOn = screen;
    this.countChange();
    return true;
  }

  /** The presenter shows another slice of the board, or all of it; says whether that is another one. */
  narrow(slice: Slice | null): boolean {
    this.assertRunning();
    if (sameSlice(this.slice, slice)) return false;
    this.slice = slice;
    this.countChange();
    return true;
  }

  /**
   * The agenda was changed while it runs. Says whether it had to leave its step, which is off now: it goes to the nearest
   * one that is left, and whoever presents goes on presenting.
   */
  follow(steps: readonly PlannedStep[], now: Instant): boolean {
    this.assertRunning();
    const step = nearestOf(steps, this.steps, this.position.step);
    this.steps = steps;
    this.countChange();
    if (step === this.position.step) return false;
    this.position = { step, page: 0, painPointId: null, winId: null };
    this.presentedAt = now;
    return true;
  }

  end(byId: string, now: Instant): void {
    this.assertRunning();
    this.state = MeetingState.ENDED;
    this.endedAt = now;
    this.endedById = byId;
    // What is kept is of the whole board.
    this.slice = null;
    this.countChange();
  }

  /** Something that followers see has changed. */
  countChange(): void {
    this.revision += 1;
  }

  /** Refuses what can be done only while it runs; `field` is the input that names it. */
  assertRunning(field = 'meetingId'): void {
    if (this.state === MeetingState.RUNNING) return;
    throw badInput(field, 'This meeting has ended; its minutes stay as they are. Start the next one.');
  }
}

function beginningOf(steps: readonly PlannedStep[]): Position {
  const [first] = steps;
  if (!first) throw badInput('steps', 'A meeting needs a step. Switch at least one on.');
  return { step: first.kind, page: 0, painPointId: null, winId: null };
}

/** The step itself, or of those that are left the one that stood nearest to it before; of two as near the later one. */
function nearestOf(left: readonly PlannedStep[], before: readonly PlannedStep[], step: AgendaStepKind): AgendaStepKind {
  const at = (wanted: AgendaStepKind) => before.findIndex(({ kind }) => kind === wanted);
  const way = (kind: AgendaStepKind) => Math.abs(at(kind) - at(step)) - (at(kind) > at(step) ? 0.5 : 0);
  const known = left.map(({ kind }) => kind).filter((kind) => at(kind) >= 0);
  return known.toSorted((one, other) => way(one) - way(other))[0] ?? beginningOf(left).step;
}

function samePlace(one: Position, other: Position): boolean {
  return (
    one.step === other.step &&
    one.page === other.page &&
    one.painPointId === other.painPointId &&
    one.winId === other.winId
  );
}
