import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  EnterByProjectorLinkMutation,
  EnterByProjectorLinkMutationVariables,
  OpenRemoteMutation,
  OpenRemoteMutationVariables,
  PairRemoteMutation,
  PairRemoteMutationVariables,
  RemoteMeetingQuery,
  RemoteMeetingQueryVariables,
  SteerMeetingMutation,
  SteerMeetingMutationVariables,
} from '../../graphql/generated/types.js';

export type SteerCommand = SteerMeetingMutationVariables['command'];
export type RemoteMeeting = NonNullable<RemoteMeetingQuery['meeting']>;

export const ENTER_BY_PROJECTOR_LINK: TypedDocumentNode<
  EnterByProjectorLinkMutation,
  EnterByProjectorLinkMutationVariables
> = gql`
  mutation EnterByProjectorLink($token: String!) {
    enterByProjectorLink(token: $token)
  }
`;

export const OPEN_REMOTE: TypedDocumentNode<OpenRemoteMutation, OpenRemoteMutationVariables> = gql`
  mutation OpenRemote($meetingId: ID!) {
    openRemote(meetingId: $meetingId) {
      code
      until
    }
  }
`;

export const PAIR_REMOTE: TypedDocumentNode<PairRemoteMutation, PairRemoteMutationVariables> = gql`
  mutation PairRemote($code: String!) {
    pairRemote(code: $code)
  }
`;

export const STEER_MEETING: TypedDocumentNode<SteerMeetingMutation, SteerMeetingMutationVariables> = gql`
  mutation SteerMeeting($meetingId: ID!, $command: SteerCommand!, $step: AgendaStepKind) {
    steerMeeting(meetingId: $meetingId, command: $command, step: $step)
  }
`;

export const REMOTE_MEETING: TypedDocumentNode<RemoteMeetingQuery, RemoteMeetingQueryVariables> = gql`
  query RemoteMeeting($id: ID) {
    meeting(id: $id) {
      id
      state
      revision
      boardName
      slice {
        words
      }
      steps {
        kind
      }
      position {
        step
        shown
      }
    }
  }
`;
