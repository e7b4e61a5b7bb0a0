import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AgendaQuery,
  MeetingsQuery,
  MeetingsQueryVariables,
  UpdateAgendaMutation,
  UpdateAgendaMutationVariables,
} from '../../graphql/generated/types.js';

export type PastMeeting = MeetingsQuery['meetings']['nodes'][number];
export type Agenda = AgendaQuery['agenda'];

export const MEETINGS: TypedDocumentNode<MeetingsQuery, MeetingsQueryVariables> = gql`
  query Meetings($after: String) {
    workspace {
      id
      currency
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
        nextOn
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
          raised {
            count
          }
          fixed {
            count
          }
          confirmed {
            count
          }
          reopened {
            count
          }
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
