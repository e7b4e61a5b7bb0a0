import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  HeardSubscription,
  JoinFromMineMutation,
  JoinFromMineMutationVariables,
  MineQuery,
  MineQueryVariables,
  OthersSayQuery,
  OthersSayQueryVariables,
  RaiseMineMutation,
  RaiseMineMutationVariables,
  WatchMineSubscription,
  WatchMineSubscriptionVariables,
} from '../../graphql/generated/types.js';

export type MyPainPoint = MineQuery['painPoints']['nodes'][number];
export type StageStep = MineQuery['board']['stages'][number];

export const MINE: TypedDocumentNode<MineQuery, MineQueryVariables> = gql`
  query Mine($after: String) {
    board {
      id
      currency
      stages {
        id
        name
        category
      }
    }
    painPoints(filter: { mine: true, includeClosed: true }, sort: RAISED_AT, first: 100, after: $after) {
      nodes {
        id
        key
        title
        bleedPerWeek
        enteredStageAt
        confirmed
        blocked
        viewerIsSponsor
        viewerMayConfirm
        stage {
          id
          name
          category
        }
        raiser {
          id
          name
        }
        commitment {
          id
          dueOn
          firstDueOn
          deliveredOn
          state
          reason
        }
        latestNews {
          at
          text
          by {
            id
            name
          }
        }
        wins {
          id
          headline
          published
        }
        closed {
          as
          reason
        }
        mergedInto {
          id
          key
          title
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const OTHERS_SAY: TypedDocumentNode<OthersSayQuery, OthersSayQueryVariables> = gql`
  query OthersSay($text: String!) {
    painPoints(filter: { text: $text }, first: 4) {
      nodes {
        id
        key
        title
        viewerIsSponsor
        raiser {
          id
          name
        }
        stage {
          id
          name
          category
        }
      }
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

export const JOIN_FROM_MINE: TypedDocumentNode<JoinFromMineMutation, JoinFromMineMutationVariables> = gql`
  mutation JoinFromMine($id: ID!) {
    joinPainPoint(id: $id) {
      id
      key
      viewerIsSponsor
    }
  }
`;

export const WATCH_MINE: TypedDocumentNode<WatchMineSubscription, WatchMineSubscriptionVariables> = gql`
  subscription WatchMine($boardId: ID!) {
    boardChanged(boardId: $boardId) {
      revision
      removedId
      painPoint {
        id
        viewerIsSponsor
      }
    }
  }
`;

export const HEARD: TypedDocumentNode<HeardSubscription> = gql`
  subscription Heard {
    notificationReceived {
      id
    }
  }
`;
