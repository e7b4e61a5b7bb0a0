import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  LastMeetingQuery,
  MeetingBeganSubscription,
  RunningMeetingQuery,
  StartMeetingMutation,
  StartMeetingMutationVariables,
} from '../../graphql/generated/types.js';

/** The meeting that runs now on the default board. */
export const RUNNING_MEETING: TypedDocumentNode<RunningMeetingQuery> = gql`
  query RunningMeeting {
    meeting {
      id
    }
    board {
      id
      name
    }
  }
`;

export const LAST_MEETING: TypedDocumentNode<LastMeetingQuery> = gql`
  query LastMeeting {
    meetings(first: 1) {
      nodes {
        id
        startedAt
        endedAt
      }
    }
  }
`;

export const START_MEETING: TypedDocumentNode<StartMeetingMutation, StartMeetingMutationVariables> = gql`
  mutation StartMeeting($input: StartMeetingInput) {
    startMeeting(input: $input) {
      id
    }
  }
`;

export const MEETING_STARTED: TypedDocumentNode<MeetingBeganSubscription> = gql`
  subscription MeetingBegan {
    meetingStarted {
      kind
    }
  }
`;
