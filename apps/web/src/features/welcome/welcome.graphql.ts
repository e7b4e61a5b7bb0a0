import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  LeaveDemoMutation,
  LeaveDemoMutationVariables,
  OpenDemoMutation,
  OpenDemoMutationVariables,
  SignInMutation,
  SignInMutationVariables,
  SignInToDemoMutation,
  SignInToDemoMutationVariables,
  StartWorkspaceMutation,
  StartWorkspaceMutationVariables,
  AskForSignInLinkMutation,
  AskForSignInLinkMutationVariables,
  SignInByLinkMutation,
  SignInByLinkMutationVariables,
  SignInLinkQuery,
  SignInLinkQueryVariables,
} from '../../graphql/generated/types.js';

export const START_WORKSPACE: TypedDocumentNode<StartWorkspaceMutation, StartWorkspaceMutationVariables> = gql`
  mutation StartWorkspace($input: StartWorkspaceInput!) {
    startWorkspace(input: $input) {
      id
      role
    }
  }
`;

export const OPEN_DEMO: TypedDocumentNode<OpenDemoMutation, OpenDemoMutationVariables> = gql`
  mutation OpenDemo {
    openDemo
  }
`;

export const LEAVE_DEMO: TypedDocumentNode<LeaveDemoMutation, LeaveDemoMutationVariables> = gql`
  mutation LeaveDemo {
    leaveDemo
  }
`;

export const SIGN_IN: TypedDocumentNode<SignInMutation, SignInMutationVariables> = gql`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      id
      role
    }
  }
`;

export const SIGN_IN_TO_DEMO: TypedDocumentNode<SignInToDemoMutation, SignInToDemoMutationVariables> = gql`
  mutation SignInToDemo($as: Role!) {
    signInToDemo(as: $as) {
      id
      role
    }
  }
`;

export const ASK_FOR_SIGN_IN_LINK: TypedDocumentNode<AskForSignInLinkMutation, AskForSignInLinkMutationVariables> = gql`
  mutation AskForSignInLink($email: String!, $next: String) {
    askForSignInLink(email: $email, next: $next)
  }
`;

/** Whose link it is; looking changes nothing. */
export const SIGN_IN_LINK: TypedDocumentNode<SignInLinkQuery, SignInLinkQueryVariables> = gql`
  query SignInLink($token: String!) {
    signInLink(token: $token) {
      good
      personName
      until
    }
  }
`;

export const SIGN_IN_BY_LINK: TypedDocumentNode<SignInByLinkMutation, SignInByLinkMutationVariables> = gql`
  mutation SignInByLink($token: String!) {
    signInByLink(token: $token) {
      id
      role
    }
  }
`;
