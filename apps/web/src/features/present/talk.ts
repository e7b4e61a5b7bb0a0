import { count, day, span } from '../../format.js';
import type { WalkItem } from './meeting.graphql.js';
import type { SignKind } from './signs.js';

/** Why a card needs talk, in words that the back row understands. */
export interface Reason {
  sign: SignKind;
  text: string;
}

const NEEDS: Record<WalkItem['reasons'][number], (item: WalkItem) => Reason> = {
  CHECKING_TOO_LONG: ({ daysInStage, reasons }) => ({
    sign: 'old',
    text:
      reasons[0] === 'CHECKING_TOO_LONG'
        ? 'Waits for the word of its sponsors'
        : `Its sponsors have not answered for ${sayDays(daysInStage)}`,
  }),
  BLOCKED: ({ card, reasons }) => ({
    sign: 'blocked',
    text: sayBlocked(card.blockedReason, reasons[0] === 'BLOCKED'),
  }),
  AGEING: (item) => ({ sign: 'old', text: sayAge(item) }),
  OVER_WIP: ({ card }) => ({
    sign: 'full',
    text: `More cards than agreed in ${card.stage}`,
  }),
  NO_OWNER: () => ({ sign: 'nobody', text: 'Nobody owns it' }),
  OVERDUE: ({ missedOn, lateTask }) => ({ sign: 'heed', text: sayLate(missedOn, lateTask) }),
  NEW: ({ daysInStage }) => ({
    sign: 'fresh',
    text: daysInStage < 1 ? 'New today' : `New, ${sayDays(daysInStage)} old`,
  }),
};

/** A promise weighs more than a task. Which task it is, where the room may know it, the question to the room says. */
function sayLate(missedOn: WalkItem['missedOn'], lateTask: WalkItem['lateTask']): string {
  if (missedOn) return `Promised for ${day(missedOn)}, and not done`;
  if (!lateTask) return 'Its date has passed';
  const { title, dueOn } = lateTask;
  return `${title ? 'A task' : 'An internal task'} was due on ${day(dueOn)}`;
}

/** How long it stands there; as the first of the reasons, the question to the room names the days. */
function sayAge({ daysInStage, usualDays, usualIsFallback, reasons }: WalkItem): string {
  if (reasons[0] === 'AGEING') {
    return usualIsFallback ? `Here for more than ${sayDays(usualDays)}` : 'Here for longer than 85 of 100';
  }
  return usualIsFallback
    ? `In this stage for ${sayDays(daysInStage)}`
    : `In this stage for ${sayDays(daysInStage)}; 85 of 100 leave it within ${sayDays(usualDays)}`;
}

export function reasonsOf(item: WalkItem): Reason[] {
  return item.reasons.map((reason) => NEEDS[reason](item));
}

/** By what it is blocked; as the first of the reasons, the question to the room says so already. */
function sayBlocked(by: string | null, first: boolean): string {
  if (by === null) return 'Blocked, and nobody has said by what';
  return first ? 'Blocked' : `Blocked: ${by}`;
}

/** The very days, as the question to the room has them; of what has stood for long, words that say enough. */
function sayDays(days: number): string {
  return days < 100 ? count(days, 'day') : span(days);
}
