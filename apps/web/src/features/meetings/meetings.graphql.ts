import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AgendaQuery,
  MeetingsQuery,
  MeetingsQueryVariables,
  UpdateAgendaMutation,
  UpdateAgendaMutationVariables,
  WeekFiguresQuery,
  WeekFiguresQueryVariables,
} from '../../graphql/generated/types.js';

export type PastMeeting = MeetingsQuery['meetings']['nodes'][number];
export type WeekFigures = WeekFiguresQuery['weekFigures'][number];
export type Agenda = AgendaQuery['agenda'];

export const MEETINGS: TypedDocumentNode<MeetingsQuery, MeetingsQueryVariables> = gql`
  query Meetings($after: String) {
    workspace {
      id
      meetingWeekday
      meetingTime
    }
    running: meeting {
      id
      startedAt
    }
    meetings(first: 26, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        state
        startedAt
        endedAt
        currency
        startedBy {
          id
          name
        }
        stages {
          name
          count
          bleedPerWeek
        }
        sinceLast {
          bleedThen
          bleedNow
        }
        trust {
          kept
          due
          fixed
          confirmed
          checked
          reopened
          meanRating
          fixedWithinDays
          medianAgeDays
          medianAnswerHours
        }
        decisions {
          id
        }
        actions {
          taskId
        }
      }
    }
  }
`;

export const WEEK_FIGURES: TypedDocumentNode<WeekFiguresQuery, WeekFiguresQueryVariables> = gql`
  query WeekFigures($weeks: [Date!]!) {
    weekFigures(weeks: $weeks) {
      monday
      currency
      bleedNow
      raised
      moved
      fixed
      confirmed
      reopened
      returned
      left
      commitmentsDue
      commitmentsKept
      commitmentsMoved
    }
  }
`;

export const AGENDA: TypedDocumentNode<AgendaQuery> = gql`
  query Agenda {
    agenda {
      boardId
      steps {
        kind
        on
        minutes
      }
    }
  }
`;

export const UPDATE_AGENDA: TypedDocumentNode<UpdateAgendaMutation, UpdateAgendaMutationVariables> = gql`
  mutation UpdateAgenda($input: UpdateAgendaInput!) {
    updateAgenda(input: $input) {
      boardId
      steps {
        kind
        on
        minutes
      }
    }
  }
`;
