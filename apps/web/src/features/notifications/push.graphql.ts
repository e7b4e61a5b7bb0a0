import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  PushDevicesQuery,
  PushDevicesQueryVariables,
  SwitchPushOffMutation,
  SwitchPushOffMutationVariables,
  SwitchPushOnMutation,
  SwitchPushOnMutationVariables,
  TestPushMutation,
  TestPushMutationVariables,
} from '../../graphql/generated/types.js';

export type PushDevice = PushDevicesQuery['pushDevices'][number];

const PUSH_DEVICE = gql`
  fragment PushDeviceLine on PushDevice {
    id
    name
    here
    signedIn
    addedAt
    reachedAt
    failingSince
    failure
    givenUp
  }
`;

/** The key comes along: once the browser's question is answered there is no time to fetch it. */
export const PUSH_DEVICES: TypedDocumentNode<PushDevicesQuery, PushDevicesQueryVariables> = gql`
  query PushDevices($endpoint: String) {
    pushKey
    pushDevices(endpoint: $endpoint) {
      ...PushDeviceLine
    }
  }
  ${PUSH_DEVICE}
`;

export const SWITCH_PUSH_ON: TypedDocumentNode<SwitchPushOnMutation, SwitchPushOnMutationVariables> = gql`
  mutation SwitchPushOn($input: SwitchPushOnInput!) {
    switchPushOn(input: $input) {
      ...PushDeviceLine
    }
  }
  ${PUSH_DEVICE}
`;

export const SWITCH_PUSH_OFF: TypedDocumentNode<SwitchPushOffMutation, SwitchPushOffMutationVariables> = gql`
  mutation SwitchPushOff($id: ID!) {
    switchPushOff(id: $id)
  }
`;

export const TEST_PUSH: TypedDocumentNode<TestPushMutation, TestPushMutationVariables> = gql`
  mutation TestPush($id: ID!) {
    testPush(id: $id) {
      arrived
      reason
    }
  }
`;
