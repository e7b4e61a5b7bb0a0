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
