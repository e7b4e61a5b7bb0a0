import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerFixedMutation,
  AnswerFixedMutationVariables,
  JoinTooMutation,
  JoinTooMutationVariables,
  MineChangedSubscription,
  MineChangedSubscriptionVariables,
  MineQuery,
  MyPainPointFragment,
  OtherPainPointsQuery,
  RaiseMineMutation,
  RaiseMineMutationVariables,
  SayUnitCostMutation,
  SayUnitCostMutationVariables,
  SimilarPainPointsQuery,
  SimilarPainPointsQueryVariables,
} from '../../graphql/generated/types.js';

/** A pain point as far as one who stands behind it wants to know at a glance. */
const MY_PAIN_POINT: TypedDocumentNode<MyPainPointFragment> = gql`
  fragment MyPainPoint on PainPoint {
    id
    key
    title
    stage {
      id
      name
      category
    }
    enteredStageAt
    raisedAt
    confirmed
    bleedPerWeek
    blocked
    blockedReason
    silence {
      why
      since
      from
      ownerToldOn
      leadsToldOn
    }
    workaround {
      words
    }
    viewerIsSponsor
    viewerMayConfirm
    raiser {
      id
      name
    }
    owner {
      id
      name
    }
    businessUnit {
      id
      name
    }
    sponsors {
      id
    }
    commitments {
      id
      by {
        id
        name
      }
      dueOn
      firstDueOn
      deliveredOn
      state
      reason
      missedBecause
    }
    confirmations {
      fixed
      onBehalfBy {
        id
        name
      }
    }
    confirmationRequests {
      askedAt
      person {
        id
      }
    }
    latestNews {
      at
      words
      change {
        id
        kind
        field
        from
        to
        actor {
          id
          name
        }
      }
    }
    wins {
      id
      headline
      measure
      unit
      before
      after
      achievedOn
      published
      quote
      quotedBy {
        id
        name
      }
    }
    closed {
      as
      reason
      at
      by {
        id
        name
      }
    }
    mergedInto {
      id
      key
      title
    }
  }
`;

export const MINE: TypedDocumentNode<MineQuery> = gql`
  query Mine {
    board {
      id
      revision
      stages {
        id
        name
        category
      }
    }
    painPoints(filter: { mine: true, includeClosed: true }, sort: RAISED_AT, first: 200) {
      totalCount
      nodes {
        ...MyPainPoint
      }
    }
  }
  ${MY_PAIN_POINT}
`;

/** Every change of the board; the page listens for what concerns its reader. */
export const MINE_CHANGED: TypedDocumentNode<MineChangedSubscription, MineChangedSubscriptionVariables> = gql`
  subscription MineChanged($boardId: ID!, $since: Int!) {
    boardChanged(boardId: $boardId, since: $since) {
      revision
      kind
      removedId
      painPoint {
        id
        viewerIsSponsor
      }
    }
  }
`;

/** What may say the same already. */
export const SIMILAR: TypedDocumentNode<SimilarPainPointsQuery, SimilarPainPointsQueryVariables> = gql`
  query SimilarPainPoints($title: String!) {
    similarPainPoints(title: $title, first: 4) {
      ...MyPainPoint
    }
  }
  ${MY_PAIN_POINT}
`;

/** What stands on the board and is not fixed, whoever raised it; what bleeds most comes first. */
export const OTHERS: TypedDocumentNode<OtherPainPointsQuery> = gql`
  query OtherPainPoints {
    painPoints(filter: { categories: [BLEEDING, PLANNED, TREATING] }, sort: BLEED_PER_WEEK, first: 60) {
      nodes {
        ...MyPainPoint
      }
    }
  }
  ${MY_PAIN_POINT}
`;

export const SAY_UNIT_COST: TypedDocumentNode<SayUnitCostMutation, SayUnitCostMutationVariables> = gql`
  mutation SayUnitCost($input: SayUnitCostInput!) {
    sayUnitCost(input: $input) {
      id
    }
  }
`;

export const RAISE_MINE: TypedDocumentNode<RaiseMineMutation, RaiseMineMutationVariables> = gql`
  mutation RaiseMine($input: RaisePainPointInput!) {
    raisePainPoint(input: $input) {
      id
      key
    }
  }
`;

export const JOIN_TOO: TypedDocumentNode<JoinTooMutation, JoinTooMutationVariables> = gql`
  mutation JoinToo($id: ID!) {
    joinPainPoint(id: $id) {
      id
    }
  }
`;

export const ANSWER_FIXED: TypedDocumentNode<AnswerFixedMutation, AnswerFixedMutationVariables> = gql`
  mutation AnswerFixed($input: ConfirmFixedInput!) {
    confirmFixed(input: $input) {
      id
    }
  }
`;
