import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerByLinkMutation,
  AnswerByLinkMutationVariables,
  AskedByLinkQuery,
  AskedByLinkQueryVariables,
} from '../../graphql/generated/types.js';

/** What the link out of a mail asks; looking changes nothing. */
export const ASKED_BY_LINK: TypedDocumentNode<AskedByLinkQuery, AskedByLinkQueryVariables> = gql`
  query AskedByLink($token: String!) {
    askedByLink(token: $token) {
      state
      personName
      key
      title
      description
      askedAt
      steps
      win
      answer
      confirmedBy
    }
  }
`;

export const ANSWER_BY_LINK: TypedDocumentNode<AnswerByLinkMutation, AnswerByLinkMutationVariables> = gql`
  mutation AnswerByLink($input: AnswerByLinkInput!) {
    answerByLink(input: $input) {
      state
      answer
    }
  }
`;
