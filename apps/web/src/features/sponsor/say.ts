import { count, day, dayOf, daysUntil, number, ownDaysSince, span, when } from '../../format.js';
import type { MyPainPointFragment } from '../../graphql/generated/types.js';
import { sayChange } from '../pain-points/say-change.js';

type Commitment = MyPainPointFragment['commitments'][number];
type News = NonNullable<MyPainPointFragment['latestNews']>;
type Silence = NonNullable<MyPainPointFragment['silence']>;
type Win = MyPainPointFragment['wins'][number];

/** How long ago: "today at 14:05", "yesterday", "3 weeks ago". */
export function ago(at: string): string {
  const days = ownDaysSince(at);
  if (days < 1) return `today at ${when(at)}`;
  return days === 1 ? 'yesterday' : `${span(days)} ago`;
}

/** What happened last as a sentence: "Ivo Itman moved it from Planned to Treating". */
export function sayNews({ change }: News, myId: string): string {
  const { actor } = change;
  const who = actor === null ? 'Stanch' : actor.id === myId ? 'You' : actor.name;
  if (change.kind === 'JOINED' && change.to === actor?.name) return `${who} said “me too”`;
  if (change.kind === 'COMMENT') return `${who} wrote to its sponsors`;
  return `${who} ${sayChange(change)}`;
}

/** A promise in words. Only what was not kept asks for heed. */
export interface SaidPromise {
  mark: '○' | '✓' | '▲' | '→';
  text: string;
  more?: string;
  heed: boolean;
}

/** What is promised for when, and what became of it; null when nothing was promised. */
export function sayPromise(commitments: readonly Commitment[], arrived: boolean): SaidPromise | null {
  // A merge brings along what was promised there: the one that stands is the open one.
  const standing = commitments.findLast(({ state }) => state === 'OPEN') ?? commitments.at(-1);
  if (!standing) return null;
  const { dueOn, firstDueOn, deliveredOn, state, reason, missedBecause, by } = standing;
  const moved = firstDueOn !== dueOn;
  const why = moved && reason ? `: “${reason}”` : '';
  const stop = /[.!?…]”$/.test(why) ? '' : '.';
  const before = moved ? `It was first promised for ${day(firstDueOn)}${why}${stop}` : undefined;
  const because = state === 'BROKEN' && missedBecause ? `IT says why: “${missedBecause}”` : undefined;
  const said = [before, because].filter((part) => part !== undefined).join(' ');
  const more = said === '' ? {} : { more: said };
  if (state === 'KEPT') return { mark: '✓', text: `The promise of ${day(dueOn)} was kept`, heed: false, ...more };
  if (deliveredOn) {
    return {
      mark: '○',
      text: `Done by ${day(deliveredOn)}, in time for the promised ${day(dueOn)}`,
      heed: false,
      ...more,
    };
  }
  if (state === 'BROKEN' || daysUntil(dueOn) < 0) {
    if (arrived) return { mark: '▲', text: `It came later than the promised ${day(dueOn)}`, heed: false, ...more };
    const late = -daysUntil(dueOn);
    const since = late > 0 ? `, ${span(late)} ago` : '';
    return { mark: '▲', text: `Overdue: promised for ${day(dueOn)}${since}`, heed: true, ...more };
  }
  const mark = moved ? '→' : '○';
  return { mark, text: `Promised for ${day(dueOn)}, ${howSoon(dueOn)}, by ${by.name}`, heed: false, ...more };
}

function howSoon(dueOn: string): string {
  const days = daysUntil(dueOn);
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${count(days, 'day')}`;
}

/** That nobody says a word, and that this does not go unnoticed. */
export function saySilence({ why, since, ownerToldOn, leadsToldOn }: Silence): string {
  const said = why === 'UNANSWERED' ? 'Nobody has answered yet' : 'Nothing was said to you';
  const told = leadsToldOn ? 'The leads know of it.' : ownerToldOn ? 'Whoever has it in care knows of it.' : '';
  return `${said}, since ${dayOf(since)}. ${told}`.trim();
}

/** What a win measured: "wait at the counter: 25 to 4 minutes". */
export function sayMeasure({ measure, unit, before, after }: Win): string | null {
  if (before === null || after === null) return measure;
  const values = `${number(before, 2)} to ${number(after, 2)}${unit ? ` ${unit}` : ''}`;
  return measure ? `${measure}: ${values}` : `from ${values}`;
}

/** How others stand behind it too. */
export function sayOthers(sponsors: number, amongThem: boolean): string | null {
  const others = sponsors - (amongThem ? 1 : 0);
  if (others < 1) return null;
  if (!amongThem) return count(others, 'person stands behind it', 'people stand behind it');
  return `with you: ${count(others, 'other')}`;
}
