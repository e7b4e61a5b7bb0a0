import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  UnsubscribeMutation,
  UnsubscribeMutationVariables,
  UnsubscriptionQuery,
  UnsubscriptionQueryVariables,
} from '../../graphql/generated/types.js';

const UNSUBSCRIPTION_STATE = gql`
  fragment UnsubscriptionState on Unsubscription {
    painPoint
    event
    offered
    left
  }
`;

export const UNSUBSCRIPTION: TypedDocumentNode<UnsubscriptionQuery, UnsubscriptionQueryVariables> = gql`
  query Unsubscription($token: String!) {
    unsubscription(token: $token) {
      ...UnsubscriptionState
    }
  }
  ${UNSUBSCRIPTION_STATE}
`;

export const UNSUBSCRIBE: TypedDocumentNode<UnsubscribeMutation, UnsubscribeMutationVariables> = gql`
  mutation Unsubscribe($input: UnsubscribeInput!) {
    unsubscribe(input: $input) {
      ...UnsubscriptionState
    }
  }
  ${UNSUBSCRIPTION_STATE}
`;
