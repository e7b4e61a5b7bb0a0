import { badInput } from '@stanch/kernel';

/** The steps that a meeting can walk through. */
export const AgendaStepKind = {
  SINCE_LAST: 'SINCE_LAST',
  WINS: 'WINS',
  COMMITMENTS: 'COMMITMENTS',
  WALK: 'WALK',
  QUICK_WINS: 'QUICK_WINS',
  DECISIONS: 'DECISIONS',
} as const;
export type AgendaStepKind = (typeof AgendaStepKind)[keyof typeof AgendaStepKind];

/** A step and how long it should take. */
export interface PlannedStep {
  readonly kind: AgendaStepKind;
  readonly minutes: number;
}

/** A step as a board has it; one that is off keeps its place and its time. */
export interface AgendaStep extends PlannedStep {
  readonly on: boolean;
}

/** Half an hour: what everybody in the room has for it. */
export const DEFAULT_STEPS: readonly AgendaStep[] = [
  { kind: AgendaStepKind.SINCE_LAST, on: true, minutes: 3 },
  { kind: AgendaStepKind.WINS, on: true, minutes: 4 },
  { kind: AgendaStepKind.COMMITMENTS, on: true, minutes: 4 },
  { kind: AgendaStepKind.WALK, on: true, minutes: 11 },
  { kind: AgendaStepKind.QUICK_WINS, on: true, minutes: 5 },
  { kind: AgendaStepKind.DECISIONS, on: true, minutes: 3 },
];

const MOST_MINUTES = 120;

/** What the meetings of a board walk through, and in which order. */
export class Agenda {
  boardId!: string;
  steps!: readonly AgendaStep[];

  static of(boardId: string): Agenda {
    return Object.assign(new Agenda(), { boardId, steps: DEFAULT_STEPS });
  }

  /** The steps that are on, in their order. */
  get planned(): PlannedStep[] {
    return this.steps.filter(({ on }) => on).map(({ kind, minutes }) => ({ kind, minutes }));
  }

  /** Orders the steps anew, switches them on or off and says how long each should take. */
  arrange(steps: readonly AgendaStep[]): void {
    const named = new Set(steps.map(({ kind }) => kind));
    if (steps.length !== DEFAULT_STEPS.length || named.size !== DEFAULT_STEPS.length) {
      throw badInput('steps', 'Name each step of the agenda once; switch off what you do not want.');
    }
    if (!steps.some(({ on }) => on)) throw badInput('steps', 'A meeting needs a step. Switch at least one on.');
    for (const { minutes } of steps) {
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) {
        throw badInput('steps', `A step takes from 1 to ${MOST_MINUTES} whole minutes.`);
      }
    }
    this.steps = steps.map(({ kind, on, minutes }) => ({ kind, on, minutes }));
  }
}
