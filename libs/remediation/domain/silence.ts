import {
  type Day,
  dayAfter,
  dayIn,
  type Holidays,
  type Instant,
  isWorkingDay,
  startOfDay,
  workingDayAfter,
} from '@stanch/kernel';
import { type Change, ChangeKind } from './change.js';
import { Visibility } from './visibility.js';

/** So many working days its sponsors may wait for a human answer (product.md, rule 9). */
const WORKING_DAYS_TO_ANSWER = 3;
/** So many days may pass without a word that its sponsors could see (product.md, rule 9). */
const DAYS_WITHOUT_A_WORD = 14;
/**
 * So many working days after the owner the leads hear of a silence that lasts: the day on which the owner reads of it, and
 * one more to speak with somebody before speaking. Longer, and the sponsors would wait a whole week for a first word.
 */
const WORKING_DAYS_FOR_THE_OWNER = 2;

/** Why a pain point is silent. */
export const SilenceReason = { UNANSWERED: 'UNANSWERED', NO_WORD: 'NO_WORD' } as const;
export type SilenceReason = (typeof SilenceReason)[keyof typeof SilenceReason];

/** Who is told of a silence: whoever has it in care, and when it lasts, the leads. */
export const SilenceHearer = { OWNER: 'OWNER', LEADS: 'LEADS' } as const;
export type SilenceHearer = (typeof SilenceHearer)[keyof typeof SilenceHearer];

/** How it stands with what others said to the sponsors of a pain point. */
export interface Heard {
  /** Since when they wait for a human answer: it was raised, or it bleeds again. Null once they have one. */
  readonly awaitedSince: Instant | null;
  /** When somebody first answered; null: nobody has. */
  readonly answeredAt: Instant | null;
  /** When they could last see a word; at first when the pain point came to the board. */
  readonly lastWordAt: Instant;
  /** On which day its owner was told that it is silent, and on which the leads; null: not of this silence. */
  readonly ownerToldOn: Day | null;
  readonly leadsToldOn: Day | null;
}

/** That a pain point is silent, or will be when nobody says a word. */
export interface Silence {
  readonly why: SilenceReason;
  /** Since when its sponsors wait, or have heard nothing. */
  readonly since: Instant;
  /** From when on it counts as silent. */
  readonly from: Instant;
}

/** What waits since before one of these is silent. */
export interface SilentBefore {
  readonly awaitedSince: Instant;
  readonly lastWordAt: Instant;
}

/** What its sponsors can take as a word, and for an answer. An edit, a new place in a column and a "me too" are none. */
const WORDS: ReadonlySet<ChangeKind> = new Set([
  ChangeKind.MOVED,
  ChangeKind.CLOSED,
  ChangeKind.REOPENED,
  ChangeKind.MERGED,
  ChangeKind.COMMENT,
  ChangeKind.COMMITMENT,
  ChangeKind.TASK,
  ChangeKind.WIN,
  ChangeKind.WORKAROUND,
]);

/**
 * Whether a line of the history is a word to the sponsors, if somebody else than a sponsor wrote it: nothing that they
 * cannot see, nothing that Stanch did by itself, no move or promise that was a slip, no move that only follows from what a
 * sponsor said.
 */
export function isWord(line: Pick<Change, 'kind' | 'visibility' | 'actorId' | 'undoes'>, answered = false): boolean {
  const { kind, visibility, actorId, undoes } = line;
  if (actorId === null || visibility !== Visibility.SHARED || !WORDS.has(kind)) return false;
  if (undoes !== null && (kind === ChangeKind.MOVED || kind === ChangeKind.COMMITMENT)) return false;
  return kind !== ChangeKind.MOVED || !answered;
}

/** Whether silence is a fault here: of what is fixed, parked, declined or merged its sponsors know. */
export function maySilence({ fixedAt, closedAt }: { fixedAt: Instant | null; closedAt: Instant | null }): boolean {
  return fixedAt === null && closedAt === null;
}

/** Somebody raised it: an answer is owed. */
export function heardWhenRaised(at: Instant): Heard {
  return { awaitedSince: at, answeredAt: null, lastWordAt: at, ownerToldOn: null, leadsToldOn: null };
}

/**
 * It was brought in with many others. Nobody asked for an answer here, and whatever was answered before was said
 * elsewhere; only from now on its sponsors must not be without a word. So an import of old pains silences nothing at once.
 */
export function heardWhenBroughtIn(at: Instant): Heard {
  return { ...heardWhenRaised(at), awaitedSince: null };
}

/** Somebody said a word: whatever silence there was is over. */
export function afterWord({ answeredAt }: Heard, at: Instant): Heard {
  return { awaitedSince: null, answeredAt: answeredAt ?? at, lastWordAt: at, ownerToldOn: null, leadsToldOn: null };
}

/** What somebody said at a moment was a slip: a silence that only this ended goes on, with whoever knows of it. */
export function withoutWord(heard: Heard, before: Heard, saidAt: Instant): Heard {
  return heard.lastWordAt === saidAt ? before : heard;
}

/** It bleeds again: an answer is owed anew. */
export function afterReopening(heard: Heard, at: Instant): Heard {
  return { ...heard, awaitedSince: at, ownerToldOn: null, leadsToldOn: null };
}

/**
 * How long sponsors are patient, in the days of a workspace. Remembers what it worked out of a day: a board of thousands of
 * cards asks for the same few days again and again.
 */
export class Patience {
  private readonly ends = new Map<string, Instant>();
  private readonly turns = new Map<string, { before: Day; after: Day; at: Instant }>();

  constructor(
    private readonly timeZone: string,
    private readonly holidays: Holidays,
  ) {}

  /** The silence that there is, or that begins when nobody says a word; of what is fixed or off the board there is none. */
  silenceOf({ awaitedSince, lastWordAt }: Pick<Heard, 'awaitedSince' | 'lastWordAt'>): Silence {
    const noWord = this.silence(SilenceReason.NO_WORD, lastWordAt);
    if (awaitedSince === null) return noWord;
    const unanswered = this.silence(SilenceReason.UNANSWERED, awaitedSince);
    return unanswered.from <= noWord.from ? unanswered : noWord;
  }

  /** What is silent now, told by how long ago: the same rule for many at once. */
  silentBefore(now: Instant): SilentBefore {
    const today = dayIn(now, this.timeZone);
    const first = (why: SilenceReason) => {
      let day = today;
      while (this.endOf(why, day) > today) day = dayAfter(day, -1);
      return startOfDay(dayAfter(day, 1), this.timeZone);
    };
    return { awaitedSince: first(SilenceReason.UNANSWERED), lastWordAt: first(SilenceReason.NO_WORD) };
  }

  /**
   * Who is to be told now; null: nobody, or not any more. Each is told once of a silence, on a working day. What nobody
   * owns goes to the leads at once.
   */
  whomToTell(heard: Heard, owned: boolean, now: Instant): SilenceHearer | null {
    const today = dayIn(now, this.timeZone);
    if (this.silenceOf(heard).from > now || heard.leadsToldOn !== null || !isWorkingDay(today, this.holidays)) {
      return null;
    }
    if (heard.ownerToldOn === null) return owned ? SilenceHearer.OWNER : SilenceHearer.LEADS;
    const leadsOn = workingDayAfter(heard.ownerToldOn, WORKING_DAYS_FOR_THE_OWNER, this.holidays);
    return leadsOn <= today ? SilenceHearer.LEADS : null;
  }

  /** As it is once they have been told. */
  told(heard: Heard, hearer: SilenceHearer, now: Instant): Heard {
    const today = dayIn(now, this.timeZone);
    return hearer === SilenceHearer.OWNER ? { ...heard, ownerToldOn: today } : { ...heard, leadsToldOn: today };
  }

  private silence(why: SilenceReason, since: Instant): Silence {
    const day = this.dayOf(since);
    const key = `${why} ${day}`;
    let from = this.ends.get(key);
    if (from === undefined) this.ends.set(key, (from = startOfDay(this.endOf(why, day), this.timeZone)));
    return { why, since, from };
  }

  /** The day here of an instant, told by when the day turns here within its day of UTC. */
  private dayOf(instant: Instant): Day {
    const date = instant.slice(0, 10);
    let turn = this.turns.get(date);
    if (turn === undefined) {
      const [before, after] = [`${date}T00:00:00.000Z`, `${date}T23:59:59.999Z`].map((end) =>
        dayIn(end, this.timeZone),
      ) as [Day, Day];
      this.turns.set(date, (turn = { before, after, at: startOfDay(after, this.timeZone) }));
    }
    return instant < turn.at ? turn.before : turn.after;
  }

  /**
   * The day on which patience ends: the working day after the last of its days. So every one of these days has passed
   * whole, and whoever is told can do something about it on that very day.
   */
  private endOf(why: SilenceReason, since: Day): Day {
    const last =
      why === SilenceReason.UNANSWERED
        ? workingDayAfter(since, WORKING_DAYS_TO_ANSWER, this.holidays)
        : dayAfter(since, DAYS_WITHOUT_A_WORD);
    return workingDayAfter(last, 1, this.holidays);
  }
}
