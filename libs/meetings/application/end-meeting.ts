import { Clock, type Instant } from '@stanch/kernel';
import { type Actor, EnterAsGuest, People, WorkspaceSettings } from '@stanch/people';
import { boardOf } from '@stanch/remediation';
import { CloseWeek } from '@stanch/sponsorship';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Meeting, MeetingState } from '../domain/meeting.js';
import type { MeetingContent } from '../domain/minutes.js';
import { StoredMeetings } from '../persistence/stored-meetings.js';
import { MEETING_ENDED, type MeetingEnded } from './events.js';
import { ReadContent } from './read-content.js';
import { TellFollowers } from './tell-followers.js';

/** What a meeting showed at a moment, and by what one sees whether it still does. */
interface Draft {
  readonly content: MeetingContent;
  readonly at: Instant;
  readonly revision: number;
  readonly boardRevision: number;
}

/** Ends a meeting and keeps its minutes for ever; one that has ended stays as it is. */
@Injectable()
export class EndMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: StoredMeetings,
    private readonly content: ReadContent,
    private readonly closeWeek: CloseWeek,
    private readonly people: People,
    private readonly settings: WorkspaceSettings,
    private readonly followers: TellFollowers,
    private readonly guests: EnterAsGuest,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, meetingId: string): Promise<Meeting> {
    const early = await this.unitOfWork.read((em) => this.draft({ em }, meetingId));
    return this.unitOfWork.run(async (transaction) => {
      const meeting = await this.meetings.of(transaction, meetingId);
      if (meeting.state === MeetingState.ENDED) return meeting;
      const { content, at } = (await this.stands(transaction, meeting, early))
        ? (early as Draft)
        : ((await this.draft(transaction, meetingId)) as Draft);
      const { boardId, startedAt, startedById } = meeting;
      await this.meetings.keepMinutes(transaction, meetingId, {
        version: 1,
        timeZone: (await this.settings.current()).timeZone,
        startedAt,
        startedBy: await this.nameOf(startedById),
        endedAt: at,
        endedBy: await this.nameOf(actor.personId),
        ...content,
      });
      await this.closeWeek.run();
      meeting.end(actor.personId, at);
      await this.guests.endRemotes(transaction, { meetingId });
      const data: MeetingEnded = { meetingId, boardId };
      await transaction.record({ type: MEETING_ENDED, data, actorId: actor.personId });
      this.followers.run(transaction, meeting, 'ended');
      return meeting;
    });
  }

  /** Reads it all; null when the meeting has ended. */
  private async draft(within: Pick<Transaction, 'em'>, meetingId: string): Promise<Draft | null> {
    const meeting = await this.meetings.of(within, meetingId);
    if (meeting.state === MeetingState.ENDED) return null;
    const { revision, boardId } = meeting;
    const { revision: boardRevision } = await boardOf(within, boardId);
    const at = this.clock.now();
    return { content: await (await this.content.live(meeting, at)).whole(), at, revision, boardRevision };
  }

  /**
   * Whether nothing has changed since it was read. It is read before the transaction, so that nobody has to wait for it;
   * where somebody was quicker it is read again, so that nothing is missing in these minutes nor told twice.
   */
  private async stands(transaction: Transaction, meeting: Meeting, draft: Draft | null): Promise<boolean> {
    const { revision } = await boardOf(transaction, meeting.boardId);
    return draft?.revision === meeting.revision && draft.boardRevision === revision;
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.people.byId(personId))?.name ?? '';
  }
}
