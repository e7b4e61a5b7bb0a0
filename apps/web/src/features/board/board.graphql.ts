import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  BoardChangedSubscription,
  BoardChangedSubscriptionVariables,
  BoardHeadsQuery,
  BoardHeadsQueryVariables,
  BoardQuery,
  BoardQueryVariables,
  FilterChoicesQuery,
  MissedChangesQuery,
  MissedChangesQueryVariables,
  MoreCardsQuery,
  MoreCardsQueryVariables,
  MovePainPointMutation,
  MovePainPointMutationVariables,
  RaisePainPointMutation,
  RaisePainPointMutationVariables,
  RaisersQuery,
  TakeBackMutation,
  TakeBackMutationVariables,
} from '../../graphql/generated/types.js';
import { PAIN_POINT_CARD } from './pain-point-card.graphql.js';

const STAGE_HEAD = gql`
  fragment StageHead on Stage {
    id
    name
    category
    wipLimit
    count
    bleedPerWeek
  }
`;

/** The board with the first cards of each stage. */
export const BOARD: TypedDocumentNode<BoardQuery, BoardQueryVariables> = gql`
  query Board($filter: PainPointFilter, $first: Int!) {
    board {
      id
      name
      revision
      currency
      bleedPerWeek
      stoppedThisMonth
      stages {
        ...StageHead
        painPoints(first: $first, filter: $filter) {
          nodes {
            id
            ...PainPointCard @nonreactive
          }
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
  ${STAGE_HEAD}
  ${PAIN_POINT_CARD}
`;

/** The figures of the board and its stages, without cards. */
export const BOARD_HEADS: TypedDocumentNode<BoardHeadsQuery, BoardHeadsQueryVariables> = gql`
  query BoardHeads($id: ID!) {
    board(id: $id) {
      id
      bleedPerWeek
      stoppedThisMonth
      stages {
        ...StageHead
      }
    }
  }
  ${STAGE_HEAD}
`;

/** Further cards of one stage, in their order. */
export const MORE_CARDS: TypedDocumentNode<MoreCardsQuery, MoreCardsQueryVariables> = gql`
  query MoreCards($filter: PainPointFilter!, $first: Int!, $after: String) {
    painPoints(filter: $filter, sort: BOARD, first: $first, after: $after) {
      nodes {
        ...PainPointCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${PAIN_POINT_CARD}
`;

export const MOVE_PAIN_POINT: TypedDocumentNode<MovePainPointMutation, MovePainPointMutationVariables> = gql`
  mutation MovePainPoint($input: MovePainPointInput!) {
    movePainPoint(input: $input) {
      revision
      changeId
      painPoint {
        ...PainPointCard
      }
    }
  }
  ${PAIN_POINT_CARD}
`;

export const TAKE_BACK: TypedDocumentNode<TakeBackMutation, TakeBackMutationVariables> = gql`
  mutation TakeBack($changeId: ID!) {
    undo(changeId: $changeId) {
      ...PainPointCard
    }
  }
  ${PAIN_POINT_CARD}
`;

export const RAISE_PAIN_POINT: TypedDocumentNode<RaisePainPointMutation, RaisePainPointMutationVariables> = gql`
  mutation RaisePainPoint($input: RaisePainPointInput!) {
    raisePainPoint(input: $input) {
      ...PainPointCard
    }
  }
  ${PAIN_POINT_CARD}
`;

const CHANGE = gql`
  fragment ChangeOfBoard on BoardChange {
    revision
    kind
    removedId
    actor {
      id
      name
    }
    painPoint {
      ...PainPointCard
    }
  }
  ${PAIN_POINT_CARD}
`;

export const BOARD_CHANGED: TypedDocumentNode<BoardChangedSubscription, BoardChangedSubscriptionVariables> = gql`
  subscription BoardChanged($boardId: ID!, $since: Int!) {
    boardChanged(boardId: $boardId, since: $since) {
      ...ChangeOfBoard
    }
  }
  ${CHANGE}
`;

/** What was missed while the line was cut. */
export const MISSED_CHANGES: TypedDocumentNode<MissedChangesQuery, MissedChangesQueryVariables> = gql`
  query MissedChanges($boardId: ID!, $since: Int!) {
    boardChanges(boardId: $boardId, since: $since) {
      revision
      resync
      changes {
        ...ChangeOfBoard
      }
    }
  }
  ${CHANGE}
`;

/** Those for whom IT writes a pain point down. */
export const RAISERS: TypedDocumentNode<RaisersQuery> = gql`
  query Raisers {
    people(roles: [SPONSOR], first: 200) {
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

/** What one can narrow the board to. */
export const FILTER_CHOICES: TypedDocumentNode<FilterChoicesQuery> = gql`
  query FilterChoices {
    businessUnits {
      id
      name
    }
    services {
      id
      name
    }
    tags
    people(roles: [IT, LEAD, ADMIN], first: 100) {
      nodes {
        id
        name
      }
    }
  }
`;
