import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MailQuery,
  MailQueryVariables,
  MailRowFragment,
  OutboxQuery,
  OutboxQueryVariables,
  SendFailedMailsAgainMutation,
  SendMailAgainMutation,
  SendMailAgainMutationVariables,
} from '../../graphql/generated/types.js';

export type MailRow = MailRowFragment;
export type MailState = MailRow['state'];

const MAIL_ROW = gql`
  fragment MailRow on Mail {
    id
    address
    state
    subject
    createdAt
    sendAfter
    sentAt
    attempts
    nextAttemptAt
    lastError
    to {
      id
      name
      email
    }
    painPoint {
      id
      key
    }
  }
`;

export const OUTBOX: TypedDocumentNode<OutboxQuery, OutboxQueryVariables> = gql`
  query Outbox($states: [MailState!], $text: String, $first: Int!, $after: String) {
    setup {
      mailConfigured
    }
    outbox(states: $states, text: $text, first: $first, after: $after) {
      nodes {
        ...MailRow
      }
      counts {
        state
        count
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${MAIL_ROW}
`;

export const MAIL: TypedDocumentNode<MailQuery, MailQueryVariables> = gql`
  query Mail($id: ID!) {
    mail(id: $id) {
      ...MailRow
      html
      text
    }
  }
  ${MAIL_ROW}
`;

export const SEND_MAIL_AGAIN: TypedDocumentNode<SendMailAgainMutation, SendMailAgainMutationVariables> = gql`
  mutation SendMailAgain($id: ID!) {
    sendMailAgain(id: $id) {
      ...MailRow
    }
  }
  ${MAIL_ROW}
`;

export const SEND_FAILED_MAILS_AGAIN: TypedDocumentNode<SendFailedMailsAgainMutation> = gql`
  mutation SendFailedMailsAgain {
    sendFailedMailsAgain
  }
`;
