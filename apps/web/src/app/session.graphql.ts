import { gql, type TypedDocumentNode } from '@apollo/client';
import type { SessionQuery, SessionQueryVariables, SignOutMutation } from '../graphql/generated/types.js';

export const SESSION: TypedDocumentNode<SessionQuery, SessionQueryVariables> = gql`
  query Session {
    setup {
      needed
      demo
      workspaceName
      currency
      timeZone
      mailConfigured
    }
    guest {
      kind
      name
      meetingId
    }
    me {
      id
      name
      email
      role
      businessUnit {
        id
        name
      }
    }
  }
`;

export const SIGN_OUT: TypedDocumentNode<SignOutMutation> = gql`
  mutation SignOut {
    signOut
  }
`;
