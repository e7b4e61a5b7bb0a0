import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  JoinBehindWinMutation,
  JoinBehindWinMutationVariables,
  WinPageQuery,
  WinPageQueryVariables,
} from '../../graphql/generated/types.js';

export type ShownWin = WinPageQuery['win'];

/** A win with the pain behind it. */
export const WIN_PAGE: TypedDocumentNode<WinPageQuery, WinPageQueryVariables> = gql`
  query WinPage($id: ID!) {
    win(id: $id) {
      id
      headline
      measure
      unit
      before
      after
      savedPerWeek
      achievedOn
      published
      quote
      quotedBy {
        id
        name
      }
      thanks {
        id
        name
      }
      painPoints {
        id
        key
        title
        description
        confirmed
        viewerIsSponsor
        raiser {
          id
          name
        }
        businessUnit {
          id
          name
        }
        stage {
          id
          name
          category
        }
        closed {
          as
        }
        mergedInto {
          id
          key
          title
        }
      }
    }
  }
`;

export const JOIN_BEHIND_WIN: TypedDocumentNode<JoinBehindWinMutation, JoinBehindWinMutationVariables> = gql`
  mutation JoinBehindWin($id: ID!) {
    joinPainPoint(id: $id) {
      id
      viewerIsSponsor
    }
  }
`;
