import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChooseQuickWinMutation,
  ChooseQuickWinMutationVariables,
  DecideMutation,
  DecideMutationVariables,
  EditWhilePresentingMutation,
  EditWhilePresentingMutationVariables,
  EndMeetingMutation,
  EndMeetingMutationVariables,
  EverybodyQuery,
  EverybodyQueryVariables,
  GiveActionMutation,
  GiveActionMutationVariables,
  MarkPresentMutation,
  MarkPresentMutationVariables,
  MoveWhilePresentingMutation,
  MoveWhilePresentingMutationVariables,
  NarrowMeetingMutation,
  NarrowMeetingMutationVariables,
  PresentStepMutation,
  PresentStepMutationVariables,
  PromiseWhilePresentingMutation,
  PromiseWhilePresentingMutationVariables,
  TakeActionBackMutation,
  TakeActionBackMutationVariables,
  TakeDecisionBackMutation,
  TakeDecisionBackMutationVariables,
  TakePromiseBackMutation,
  TakePromiseBackMutationVariables,
  UndoWhilePresentingMutation,
  UndoWhilePresentingMutationVariables,
} from '../../graphql/generated/types.js';

/** What is done while presenting. Each answers with little: the meeting then reads itself anew. */

export const PRESENT_STEP: TypedDocumentNode<PresentStepMutation, PresentStepMutationVariables> = gql`
  mutation PresentStep($input: PresentStepInput!) {
    presentStep(input: $input) {
      id
      position {
        screen
        revision
      }
    }
  }
`;

/** Shows a slice of the board to all who follow. */
export const NARROW_MEETING: TypedDocumentNode<NarrowMeetingMutation, NarrowMeetingMutationVariables> = gql`
  mutation NarrowMeeting($input: NarrowMeetingInput!) {
    narrowMeeting(input: $input) {
      id
    }
  }
`;

export const MOVE_WHILE_PRESENTING: TypedDocumentNode<
  MoveWhilePresentingMutation,
  MoveWhilePresentingMutationVariables
> = gql`
  mutation MoveWhilePresenting($input: MovePainPointInput!) {
    movePainPoint(input: $input) {
      changeId
    }
  }
`;

/** With what was changed, so that it can be taken back. */
export const EDIT_WHILE_PRESENTING: TypedDocumentNode<
  EditWhilePresentingMutation,
  EditWhilePresentingMutationVariables
> = gql`
  mutation EditWhilePresenting($input: UpdatePainPointInput!) {
    editPainPoint(input: $input) {
      changeIds
    }
  }
`;

export const PROMISE_WHILE_PRESENTING: TypedDocumentNode<
  PromiseWhilePresentingMutation,
  PromiseWhilePresentingMutationVariables
> = gql`
  mutation PromiseWhilePresenting($input: MakeCommitmentInput!) {
    makeCommitment(input: $input) {
      id
    }
  }
`;

export const CHOOSE_QUICK_WIN: TypedDocumentNode<ChooseQuickWinMutation, ChooseQuickWinMutationVariables> = gql`
  mutation ChooseQuickWin($input: ChooseQuickWinInput!) {
    chooseQuickWin(input: $input) {
      changeIds
      commitmentId
    }
  }
`;

export const TAKE_PROMISE_BACK: TypedDocumentNode<TakePromiseBackMutation, TakePromiseBackMutationVariables> = gql`
  mutation TakePromiseBack($id: ID!) {
    withdrawCommitment(id: $id) {
      id
    }
  }
`;

export const UNDO_WHILE_PRESENTING: TypedDocumentNode<
  UndoWhilePresentingMutation,
  UndoWhilePresentingMutationVariables
> = gql`
  mutation UndoWhilePresenting($changeId: ID!) {
    undo(changeId: $changeId) {
      id
    }
  }
`;

export const DECIDE: TypedDocumentNode<DecideMutation, DecideMutationVariables> = gql`
  mutation Decide($input: AddDecisionInput!) {
    addDecision(input: $input) {
      decision {
        id
      }
    }
  }
`;

export const TAKE_DECISION_BACK: TypedDocumentNode<TakeDecisionBackMutation, TakeDecisionBackMutationVariables> = gql`
  mutation TakeDecisionBack($id: ID!) {
    removeDecision(id: $id) {
      id
    }
  }
`;

export const GIVE_ACTION: TypedDocumentNode<GiveActionMutation, GiveActionMutationVariables> = gql`
  mutation GiveAction($input: AddActionItemInput!) {
    addActionItem(input: $input) {
      action {
        taskId
      }
    }
  }
`;

export const TAKE_ACTION_BACK: TypedDocumentNode<TakeActionBackMutation, TakeActionBackMutationVariables> = gql`
  mutation TakeActionBack($meetingId: ID!, $taskId: ID!) {
    removeActionItem(meetingId: $meetingId, taskId: $taskId) {
      id
    }
  }
`;

export const MARK_PRESENT: TypedDocumentNode<MarkPresentMutation, MarkPresentMutationVariables> = gql`
  mutation MarkPresent($input: MarkPresentInput!) {
    markPresent(input: $input) {
      id
    }
  }
`;

export const END_MEETING: TypedDocumentNode<EndMeetingMutation, EndMeetingMutationVariables> = gql`
  mutation EndMeeting($id: ID!) {
    endMeeting(id: $id) {
      id
    }
  }
`;

/** Who can own a card, be given something to do or be in the room. */
export const EVERYBODY: TypedDocumentNode<EverybodyQuery, EverybodyQueryVariables> = gql`
  query Everybody($after: String) {
    people(first: 200, after: $after) {
      nodes {
        id
        name
        role
        businessUnit {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
