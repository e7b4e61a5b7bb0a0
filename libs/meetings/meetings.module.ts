import { DiscoveryModule } from '@stanch/discovery';
import { PeopleModule } from '@stanch/people';
import { type Batch, LoaderRegistry, UnitOfWork } from '@stanch/platform';
import { RemediationModule, RemediationTask, Win } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddActionItem } from './application/add-action-item.js';
import { AddDecision } from './application/add-decision.js';
import { ArrangeAgenda } from './application/arrange-agenda.js';
import { ChangeDecision } from './application/change-decision.js';
import { ChooseQuickWin } from './application/choose-quick-win.js';
import { DescribeCards } from './application/describe-cards.js';
import { DrawPicture } from './application/draw-picture.js';
import { EndMeeting } from './application/end-meeting.js';
import { FrameMeeting } from './application/frame-meeting.js';
import { MarkPresent } from './application/mark-present.js';
import { NarrowMeeting } from './application/narrow-meeting.js';
import { OpenRemote } from './application/open-remote.js';
import { PresentStep } from './application/present-step.js';
import { ReadCalendar } from './application/read-calendar.js';
import { ReadContent } from './application/read-content.js';
import { ReadFigureCards } from './application/read-figure-cards.js';
import { ReadFlow } from './application/read-flow.js';
import { ReadForecast } from './application/read-forecast.js';
import { ReadMeetings } from './application/read-meetings.js';
import { ReadMinutes } from './application/read-minutes.js';
import { ReadPlot } from './application/read-plot.js';
import { ReadRoom } from './application/read-room.js';
import { ReadSinceLast } from './application/read-since-last.js';
import { ReadTrustFigures } from './application/read-trust-figures.js';
import { ReadWalk } from './application/read-walk.js';
import { ReadWeekFigures } from './application/read-week-figures.js';
import { ReadWins } from './application/read-wins.js';
import { RemoveActionItem } from './application/remove-action-item.js';
import { SaySlice } from './application/say-slice.js';
import { StartMeeting } from './application/start-meeting.js';
import { SteerMeeting } from './application/steer-meeting.js';
import { TellFollowers } from './application/tell-followers.js';
import { TellPromises } from './application/tell-promises.js';
import { Meeting } from './domain/meeting.js';
import * as loader from './graphql/loader-names.js';
import { MeetingCardResolver } from './graphql/meeting-card.type.js';
import {
  ActionItemResolver,
  AttendanceResolver,
  MeetingContentResolver,
  MeetingSliceResolver,
} from './graphql/meeting-content.resolver.js';
import { MeetingsLiveResolver } from './graphql/meetings-live.resolver.js';
import { MeetingsResolver } from './graphql/meetings.resolver.js';
import { PlotResolver } from './graphql/plot.resolver.js';
import { TrustFiguresResolver } from './graphql/trust-figures.resolver.js';
import { BoardRecords } from './persistence/board-records.js';
import { MeetingWinResolver } from './graphql/walk.type.js';
import { WeekFiguresResolver } from './graphql/week-figures.resolver.js';
import { MeetingFacts } from './persistence/meeting-facts.js';
import { PlotFacts } from './persistence/plot-facts.js';
import { StoredMeetings } from './persistence/stored-meetings.js';
import { TrustFacts } from './persistence/trust-facts.js';

const DOOR = [
  AddActionItem,
  AddDecision,
  ArrangeAgenda,
  ChooseQuickWin,
  DrawPicture,
  EndMeeting,
  MarkPresent,
  PresentStep,
  ReadCalendar,
  ReadContent,
  ReadFlow,
  ReadForecast,
  ReadMeetings,
  ReadMinutes,
  ReadPlot,
  ReadRoom,
  ReadTrustFigures,
  StartMeeting,
  StoredMeetings,
];

/** Meetings: the weekly meeting, what stays of it, and the figures that it looks at. */
@Module({
  imports: [PeopleModule, DiscoveryModule, RemediationModule, SponsorshipModule],
  providers: [
    ...DOOR,
    BoardRecords,
    ChangeDecision,
    DescribeCards,
    FrameMeeting,
    MeetingFacts,
    NarrowMeeting,
    OpenRemote,
    PlotFacts,
    ReadFigureCards,
    ReadSinceLast,
    ReadWalk,
    ReadWeekFigures,
    ReadWins,
    RemoveActionItem,
    SaySlice,
    SteerMeeting,
    TellFollowers,
    TellPromises,
    TrustFacts,
    ActionItemResolver,
    AttendanceResolver,
    MeetingCardResolver,
    MeetingContentResolver,
    MeetingSliceResolver,
    MeetingsLiveResolver,
    MeetingsResolver,
    MeetingWinResolver,
    PlotResolver,
    WeekFiguresResolver,
    TrustFiguresResolver,
  ],
  exports: DOOR,
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly loaders: LoaderRegistry,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    const register = (name: string, entity: typeof Meeting | typeof Win | typeof RemediationTask) => {
      const batch: Batch = async (ids) => {
        const rows = await this.unitOfWork.read((em) => em.find(entity as typeof Meeting, { id: { $in: [...ids] } }));
        return new Map(rows.map((row) => [row.id, row]));
      };
      this.loaders.register(name, batch);
    };
    register(loader.MEETING_LOADER, Meeting);
    register(loader.WIN_LOADER, Win);
    register(loader.TASK_LOADER, RemediationTask);
  }
}
