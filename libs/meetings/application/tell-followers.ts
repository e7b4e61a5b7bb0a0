import type { Instant } from '@stanch/kernel';
import { Live, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { AgendaStepKind } from '../domain/agenda.js';
import type { Meeting, Position } from '../domain/meeting.js';

/** What changed of a meeting. */
export type MeetingNewsKind =
  'started' | 'position' | 'slice' | 'agenda' | 'attendance' | 'decisions' | 'actions' | 'ended' | 'missed' | 'steered';

/** What followers of a meeting hear after the commit. */
export interface MeetingNews {
  readonly meetingId: string;
  readonly kind: MeetingNewsKind;
  readonly revision: number;
  readonly position: Position;
  readonly presentedAt: Instant;
  readonly presentedById: string;
  readonly presentedOn: string | null;
  /** What a remote asks of the screen that presents. */
  readonly steering?: Steering;
}

/** What a remote can ask for: only the screen that presents knows which page comes next. */
export const SteerCommand = {
  NEXT: 'NEXT',
  BACK: 'BACK',
  CLOSE: 'CLOSE',
  BLACK: 'BLACK',
  STEP: 'STEP',
} as const;
export type SteerCommand = (typeof SteerCommand)[keyof typeof SteerCommand];

/** A command, and to which step it leads when it names one. */
export interface Steering {
  readonly command: SteerCommand;
  readonly step: AgendaStepKind | null;
}

/** The live topic of a meeting. */
export function meetingTopic(meetingId: string): string {
  return `meeting:${meetingId}`;
}

/** The live topic of the meetings of a board: whoever waits for one to begin. */
export function meetingsTopic(boardId: string): string {
  return `meetings:${boardId}`;
}

/** What is to be heard of a meeting as it stands. */
export function newsOf(meeting: Meeting, kind: MeetingNewsKind): MeetingNews {
  const { id: meetingId, revision, position, presentedAt, presentedById, presentedOn } = meeting;
  return { meetingId, kind, revision, position, presentedAt, presentedById, presentedOn };
}

/** Tells those who follow a meeting, and those who wait for one, what has been committed. */
@Injectable()
export class TellFollowers {
  constructor(private readonly live: Live) {}

  /** Works in the caller's transaction and speaks after its commit. */
  run(transaction: Transaction, meeting: Meeting, kind: MeetingNewsKind): void {
    const news = newsOf(meeting, kind);
    const topic = kind === 'started' ? meetingsTopic(meeting.boardId) : meetingTopic(meeting.id);
    transaction.afterCommit(() => this.live.publish(topic, news));
  }
}
