import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddStageMutation,
  AddStageMutationVariables,
  ApiTokensQuery,
  ChangePasswordMutation,
  ChangePasswordMutationVariables,
  CreateApiTokenMutation,
  CreateApiTokenMutationVariables,
  RemoveStageMutation,
  RemoveStageMutationVariables,
  RevokeApiTokenMutation,
  RevokeApiTokenMutationVariables,
  StagesQuery,
  UpdateStageMutation,
  UpdateStageMutationVariables,
  UpdateWorkspaceMutation,
  UpdateWorkspaceMutationVariables,
  WorkspaceQuery,
} from '../../graphql/generated/types.js';

export type Workspace = WorkspaceQuery['workspace'];
export type StageRow = StagesQuery['board']['stages'][number];
export type ApiToken = ApiTokensQuery['apiTokens'][number];

const WORKSPACE_FACTS = gql`
  fragment WorkspaceFacts on Workspace {
    id
    name
    currency
    hourlyCost
    locale
    timeZone
    meetingWeekday
    meetingTime
    holidays {
      day
      name
    }
  }
`;

export const WORKSPACE: TypedDocumentNode<WorkspaceQuery> = gql`
  query Workspace {
    workspace {
      ...WorkspaceFacts
    }
  }
  ${WORKSPACE_FACTS}
`;

export const UPDATE_WORKSPACE: TypedDocumentNode<UpdateWorkspaceMutation, UpdateWorkspaceMutationVariables> = gql`
  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
    updateWorkspace(input: $input) {
      ...WorkspaceFacts
    }
  }
  ${WORKSPACE_FACTS}
`;

const BOARD_STAGES = gql`
  fragment BoardStages on Board {
    id
    stages {
      id
      name
      category
      wipLimit
      count
    }
  }
`;

export const STAGES: TypedDocumentNode<StagesQuery> = gql`
  query Stages {
    board {
      ...BoardStages
    }
  }
  ${BOARD_STAGES}
`;

export const ADD_STAGE: TypedDocumentNode<AddStageMutation, AddStageMutationVariables> = gql`
  mutation AddStage($input: AddStageInput!) {
    addStage(input: $input) {
      ...BoardStages
    }
  }
  ${BOARD_STAGES}
`;

export const UPDATE_STAGE: TypedDocumentNode<UpdateStageMutation, UpdateStageMutationVariables> = gql`
  mutation UpdateStage($input: UpdateStageInput!) {
    updateStage(input: $input) {
      ...BoardStages
    }
  }
  ${BOARD_STAGES}
`;

export const REMOVE_STAGE: TypedDocumentNode<RemoveStageMutation, RemoveStageMutationVariables> = gql`
  mutation RemoveStage($id: ID!) {
    removeStage(id: $id) {
      ...BoardStages
    }
  }
  ${BOARD_STAGES}
`;

export const CHANGE_PASSWORD: TypedDocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables> = gql`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`;

export const API_TOKENS: TypedDocumentNode<ApiTokensQuery> = gql`
  query ApiTokens {
    apiTokens {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`;

export const CREATE_API_TOKEN: TypedDocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables> = gql`
  mutation CreateApiToken($name: String!) {
    createApiToken(name: $name) {
      apiToken {
        id
        name
        createdAt
        lastUsedAt
      }
      secret
    }
  }
`;

export const REVOKE_API_TOKEN: TypedDocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables> = gql`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id)
  }
`;
