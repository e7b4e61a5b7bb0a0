import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddServiceFromPanelMutation,
  AddServiceFromPanelMutationVariables,
  AddSponsorMutation,
  AddSponsorMutationVariables,
  AddTaskMutation,
  AddTaskMutationVariables,
  AddUnitFromPanelMutation,
  AddUnitFromPanelMutationVariables,
  CloseCardMutation,
  CloseCardMutationVariables,
  CommentOnMutation,
  CommentOnMutationVariables,
  ConfirmFixedMutation,
  ConfirmFixedMutationVariables,
  EditPainPointMutation,
  EditPainPointMutationVariables,
  EditTaskMutation,
  EditTaskMutationVariables,
  ExplainMissMutation,
  ExplainMissMutationVariables,
  FindMergeTargetQuery,
  FindMergeTargetQueryVariables,
  FindSponsorQuery,
  FindSponsorQueryVariables,
  MakeCommitmentMutation,
  MakeCommitmentMutationVariables,
  EndWorkaroundMutation,
  EndWorkaroundMutationVariables,
  MeTooMutation,
  MeTooMutationVariables,
  MergeCardMutation,
  MergeCardMutationVariables,
  MutePainPointMutation,
  MutePainPointMutationVariables,
  MoveFromPanelMutation,
  MoveFromPanelMutationVariables,
  OfferWorkaroundMutation,
  OfferWorkaroundMutationVariables,
  PlaceTaskMutation,
  PlaceTaskMutationVariables,
  QuoteInWinMutation,
  QuoteInWinMutationVariables,
  PublishWinMutation,
  PublishWinMutationVariables,
  ReopenCardMutation,
  ReopenCardMutationVariables,
  UndoFromPanelMutation,
  UndoFromPanelMutationVariables,
  SharePainPointMutation,
  SharePainPointMutationVariables,
  ShareWinMutation,
  ShareWinMutationVariables,
  SayUnitCostFromPanelMutation,
  SayUnitCostFromPanelMutationVariables,
  AskSponsorsMutation,
  AskSponsorsMutationVariables,
  ConfirmFixedForMutation,
  ConfirmFixedForMutationVariables,
  WithdrawCommitmentMutation,
  WithdrawCommitmentMutationVariables,
} from '../../graphql/generated/types.js';

/** What one can do to a pain point. Each answers with little: the panel then reads itself anew. */

export const EDIT_PAIN_POINT: TypedDocumentNode<EditPainPointMutation, EditPainPointMutationVariables> = gql`
  mutation EditPainPoint($input: UpdatePainPointInput!) {
    updatePainPoint(input: $input) {
      id
      version
    }
  }
`;

export const QUOTE_IN_WIN: TypedDocumentNode<QuoteInWinMutation, QuoteInWinMutationVariables> = gql`
  mutation QuoteInWin($winId: ID!, $painPointId: ID!) {
    quoteInWin(winId: $winId, painPointId: $painPointId) {
      id
    }
  }
`;

export const SHARE_PAIN_POINT: TypedDocumentNode<SharePainPointMutation, SharePainPointMutationVariables> = gql`
  mutation SharePainPoint($id: ID!, $email: String!, $words: String) {
    sharePainPoint(id: $id, email: $email, words: $words)
  }
`;

export const SHARE_WIN: TypedDocumentNode<ShareWinMutation, ShareWinMutationVariables> = gql`
  mutation ShareWin($id: ID!, $email: String!, $words: String) {
    shareWin(id: $id, email: $email, words: $words)
  }
`;

export const MUTE_PAIN_POINT: TypedDocumentNode<MutePainPointMutation, MutePainPointMutationVariables> = gql`
  mutation MutePainPoint($id: ID!, $muted: Boolean!) {
    mutePainPoint(id: $id, muted: $muted) {
      id
      version
    }
  }
`;

export const MOVE_FROM_PANEL: TypedDocumentNode<MoveFromPanelMutation, MoveFromPanelMutationVariables> = gql`
  mutation MoveFromPanel($input: MovePainPointInput!) {
    movePainPoint(input: $input) {
      changeId
    }
  }
`;

export const ME_TOO: TypedDocumentNode<MeTooMutation, MeTooMutationVariables> = gql`
  mutation MeToo($id: ID!) {
    joinPainPoint(id: $id) {
      id
    }
  }
`;

export const ADD_SPONSOR: TypedDocumentNode<AddSponsorMutation, AddSponsorMutationVariables> = gql`
  mutation AddSponsor($painPointId: ID!, $personId: ID!) {
    addSponsor(painPointId: $painPointId, personId: $personId) {
      id
    }
  }
`;

export const CONFIRM_FIXED: TypedDocumentNode<ConfirmFixedMutation, ConfirmFixedMutationVariables> = gql`
  mutation ConfirmFixed($input: ConfirmFixedInput!) {
    confirmFixed(input: $input) {
      id
    }
  }
`;

export const ADD_TASK: TypedDocumentNode<AddTaskMutation, AddTaskMutationVariables> = gql`
  mutation AddTask($input: AddTaskInput!) {
    addTask(input: $input) {
      id
    }
  }
`;

export const EDIT_TASK: TypedDocumentNode<EditTaskMutation, EditTaskMutationVariables> = gql`
  mutation EditTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      id
      version
    }
  }
`;

export const PLACE_TASK: TypedDocumentNode<PlaceTaskMutation, PlaceTaskMutationVariables> = gql`
  mutation PlaceTask($input: MoveTaskInput!) {
    moveTask(input: $input) {
      id
    }
  }
`;

export const MAKE_COMMITMENT: TypedDocumentNode<MakeCommitmentMutation, MakeCommitmentMutationVariables> = gql`
  mutation MakeCommitment($input: MakeCommitmentInput!) {
    makeCommitment(input: $input) {
      id
    }
  }
`;

export const WITHDRAW_COMMITMENT: TypedDocumentNode<WithdrawCommitmentMutation, WithdrawCommitmentMutationVariables> =
  gql`
    mutation WithdrawCommitment($id: ID!) {
      withdrawCommitment(id: $id) {
        id
      }
    }
  `;

export const OFFER_WORKAROUND: TypedDocumentNode<OfferWorkaroundMutation, OfferWorkaroundMutationVariables> = gql`
  mutation OfferWorkaround($input: OfferWorkaroundInput!) {
    offerWorkaround(input: $input) {
      id
    }
  }
`;

export const END_WORKAROUND: TypedDocumentNode<EndWorkaroundMutation, EndWorkaroundMutationVariables> = gql`
  mutation EndWorkaround($input: EndWorkaroundInput!) {
    endWorkaround(input: $input) {
      id
    }
  }
`;

export const EXPLAIN_MISS: TypedDocumentNode<ExplainMissMutation, ExplainMissMutationVariables> = gql`
  mutation ExplainMiss($commitmentId: ID!, $reason: String!) {
    explainMiss(commitmentId: $commitmentId, reason: $reason) {
      id
    }
  }
`;

export const PUBLISH_WIN: TypedDocumentNode<PublishWinMutation, PublishWinMutationVariables> = gql`
  mutation PublishWin($id: ID!) {
    publishWin(id: $id) {
      id
    }
  }
`;

export const COMMENT_ON: TypedDocumentNode<CommentOnMutation, CommentOnMutationVariables> = gql`
  mutation CommentOn($input: AddCommentInput!) {
    addComment(input: $input) {
      id
    }
  }
`;

export const UNDO_FROM_PANEL: TypedDocumentNode<UndoFromPanelMutation, UndoFromPanelMutationVariables> = gql`
  mutation UndoFromPanel($changeId: ID!) {
    undo(changeId: $changeId) {
      id
    }
  }
`;

export const CLOSE_CARD: TypedDocumentNode<CloseCardMutation, CloseCardMutationVariables> = gql`
  mutation CloseCard($input: ClosePainPointInput!) {
    closePainPoint(input: $input) {
      id
    }
  }
`;

export const REOPEN_CARD: TypedDocumentNode<ReopenCardMutation, ReopenCardMutationVariables> = gql`
  mutation ReopenCard($id: ID!, $reason: String!) {
    reopenPainPoint(id: $id, reason: $reason) {
      id
    }
  }
`;

export const MERGE_CARD: TypedDocumentNode<MergeCardMutation, MergeCardMutationVariables> = gql`
  mutation MergeCard($input: MergePainPointsInput!) {
    mergePainPoints(input: $input) {
      id
      key
    }
  }
`;

export const ADD_UNIT: TypedDocumentNode<AddUnitFromPanelMutation, AddUnitFromPanelMutationVariables> = gql`
  mutation AddUnitFromPanel($name: String!) {
    addBusinessUnit(name: $name) {
      id
      name
    }
  }
`;

export const ADD_SERVICE: TypedDocumentNode<AddServiceFromPanelMutation, AddServiceFromPanelMutationVariables> = gql`
  mutation AddServiceFromPanel($name: String!) {
    addService(name: $name) {
      id
      name
    }
  }
`;

export const FIND_SPONSOR: TypedDocumentNode<FindSponsorQuery, FindSponsorQueryVariables> = gql`
  query FindSponsor($text: String!) {
    people(text: $text, first: 8) {
      nodes {
        id
        name
        businessUnit {
          id
          name
        }
      }
    }
  }
`;

export const FIND_MERGE_TARGET: TypedDocumentNode<FindMergeTargetQuery, FindMergeTargetQueryVariables> = gql`
  query FindMergeTarget($text: String!) {
    painPoints(filter: { text: $text }, first: 8) {
      nodes {
        id
        key
        title
        tells
        sponsors {
          id
        }
      }
    }
  }
`;

export const SAY_UNIT_COST_FROM_PANEL: TypedDocumentNode<
  SayUnitCostFromPanelMutation,
  SayUnitCostFromPanelMutationVariables
> = gql`
  mutation SayUnitCostFromPanel($input: SayUnitCostInput!) {
    sayUnitCost(input: $input) {
      id
    }
  }
`;

export const ASK_SPONSORS: TypedDocumentNode<AskSponsorsMutation, AskSponsorsMutationVariables> = gql`
  mutation AskSponsors($painPointId: ID!, $personIds: [ID!]!) {
    askSponsors(painPointId: $painPointId, personIds: $personIds) {
      id
    }
  }
`;

export const CONFIRM_FIXED_FOR: TypedDocumentNode<ConfirmFixedForMutation, ConfirmFixedForMutationVariables> = gql`
  mutation ConfirmFixedFor($input: ConfirmFixedForInput!) {
    confirmFixedFor(input: $input) {
      id
    }
  }
`;
