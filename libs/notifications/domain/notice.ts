import type { Day, Instant } from '@stanch/kernel';
import type { Category, Move } from './net-move.js';
import type { NotificationKind, Part } from './notification-rules.js';

/** The pain point of a notice, as it was called when the notice was made. */
export interface NoticedCard {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** Where it stands; null when it has left the board. */
  readonly category: Category | null;
  readonly confirmed: boolean;
}

/** A win as its readers see it. */
export interface NoticedWin {
  /** Not known of notices that were made before it was kept. */
  readonly id?: string;
  readonly headline: string;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
  /** A sponsor's own words of it. */
  readonly quote?: string | null;
}

/** A promised date: the one that stands, the one before it, and the one that was promised first. */
export interface NoticedDate {
  readonly dueOn: Day;
  readonly fromDueOn: Day | null;
  readonly firstDueOn: Day | null;
  readonly reason: string | null;
}

/** That the sponsors of a pain point hear nothing. */
export interface NoticedSilence {
  readonly why: 'UNANSWERED' | 'NO_WORD';
  readonly since: Day;
  /** Since when whoever has it in care knows; null: nobody has, or they hear of it now. */
  readonly ownerToldOn: Day | null;
}

/** What a list in a mail is of. */
export type DigestTopic = 'decided' | 'toDo' | 'asked' | 'moved' | 'promised' | 'better' | 'else' | 'changed' | 'trust';

/** One line of a digest: a pain point, and what there is to say of it; said in words when the mail is written. */
export interface DigestLine {
  readonly key: string | null;
  readonly title: string;
  /** As somebody wrote it, such as the headline of a win or the names of stages. */
  readonly text?: string;
  /** What happened. */
  readonly notice?: Notice;
  /** By when it is promised. */
  readonly dueOn?: Day;
  /** The pain point that the reader is asked about; the mail carries the link by which they answer. */
  readonly asks?: string;
}

/** What a digest tells under one heading. */
export interface DigestSection {
  readonly topic: DigestTopic;
  readonly lines: readonly DigestLine[];
  /** So many more there are than lines. */
  readonly more?: number;
}

/** The trust figures of a week, as far as the digest says them. */
export interface NoticedTrust {
  readonly currency: string;
  readonly kept: number;
  readonly due: number;
  /** Money a week. */
  readonly bleeds: number;
  readonly bleedsNew: number;
  readonly bleedStopped: number;
  readonly fixed: number;
  readonly confirmed: number;
  readonly withinDays: number | null;
  readonly cases: number;
  readonly answerHours: number | null;
}

/** The plot of what bled, drawn from the recorded past when the mail is handed over: of which board, and up to when. */
export interface NoticedPlot {
  readonly boardId: string;
  readonly until: Instant;
}

/** What a digest tells. */
export interface DigestContent {
  readonly sections: readonly DigestSection[];
  readonly figures?: NoticedTrust;
}

/** A meeting whose minutes are told, and when the next one is. */
export interface NoticedMeeting {
  readonly id: string;
  readonly day: Day;
  /** Not known of notices that were made before it was kept; `time` is `HH:MM` where the workspace is. */
  readonly next?: { readonly day: Day; readonly time: string };
}

/**
 * All that the words of one notification and its mail are made of, frozen when it happened. Plain values, stored as
 * JSON; the words are made from it whenever somebody reads, so that list, mail and preview say the same.
 */
export interface Notice {
  readonly kind: NotificationKind;
  readonly part: Part;
  readonly at: Instant;
  /** Who did it; null when Stanch itself did. */
  readonly by: string | null;
  readonly card: NoticedCard | null;
  readonly move?: Move;
  /** Why it was parked, declined or brought back, or why a workaround helps no longer; what still hurts. */
  readonly reason?: string;
  /** It came back because it was not fixed after all, rather than to the board. */
  readonly bledAgain?: boolean;
  readonly date?: NoticedDate;
  readonly task?: string;
  readonly silence?: NoticedSilence;
  readonly win?: NoticedWin;
  readonly comment?: string;
  /** What a lead said in the reader's name, and how they know. */
  readonly spokenFor?: { readonly fixed: boolean; readonly words: string; readonly howKnown: string };
  /** The sponsor whose yes a lead brought. */
  readonly confirmedFor?: string;
  /** What helps until it is fixed, and the hours that all lose a week before and with it. */
  readonly workaround?: { readonly words: string; readonly hoursBefore: number; readonly hoursLeft: number };
  /** Internal to IT: shown to nobody who may not, or may no longer, see it. */
  readonly internal?: boolean;
  /** What it was merged into. */
  readonly into?: { readonly key: string; readonly title: string };
  /** What was merged into it. */
  readonly from?: { readonly key: string; readonly title: string };
  /** Who joined; who typed a pain point for somebody; named because the reader may be somebody else. */
  readonly person?: string;
  /** Whether `person` is the reader's own doing: joined themselves rather than added. */
  readonly themselves?: boolean;
  /** What a lead wrote to somebody who is invited. */
  readonly words?: string;
  /** Where one wanted to go who asked for a link to sign in with. */
  readonly next?: string | null;
  readonly digest?: DigestContent;
  /** The meeting whose minutes these are; what it decided stands in the digest. */
  readonly meeting?: NoticedMeeting;
  /** What goes with the mail as a picture. */
  readonly plot?: NoticedPlot;
  /** How many pain points an import or a win brought, or how many notices of one card were merged. */
  readonly count?: number;
  /** What was to be read before a promise took its place; read again when that is taken back as a slip. */
  readonly insteadOf?: Notice;
  /** Whose act it was; said of what another took the place of. */
  readonly actorId?: string | null;
}
