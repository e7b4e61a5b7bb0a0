import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddBusinessUnitMutation,
  AddBusinessUnitMutationVariables,
  AddPersonMutation,
  AddPersonMutationVariables,
  BusinessUnitsQuery,
  InviteAgainMutation,
  InviteAgainMutationVariables,
  InvitePeopleMutation,
  InvitePeopleMutationVariables,
  PeopleQuery,
  PeopleQueryVariables,
  TryAddressAgainMutation,
  TryAddressAgainMutationVariables,
  UpdatePersonMutation,
  UpdatePersonMutationVariables,
  WithdrawInvitationMutation,
  WithdrawInvitationMutationVariables,
} from '../../graphql/generated/types.js';

/** With its invitation, where a lead reads it. */
export type PersonRow = PeopleQuery['people']['nodes'][number];

const PERSON_ROW = gql`
  fragment PersonRow on Person {
    id
    name
    email
    role
    active
    businessUnit {
      id
      name
    }
  }
`;

const REACH_OF_PERSON = gql`
  fragment ReachOfPerson on Person {
    bounce {
      address
      at
      reason
    }
    invitation {
      sentAt
      until
      acceptedAt
      withdrawnAt
    }
  }
`;

export const PEOPLE: TypedDocumentNode<PeopleQuery, PeopleQueryVariables> = gql`
  query People(
    $text: String
    $roles: [Role!]
    $includeInactive: Boolean
    $waiting: Boolean
    $after: String
    $leads: Boolean!
  ) {
    people(text: $text, roles: $roles, includeInactive: $includeInactive, waiting: $waiting, first: 50, after: $after) {
      nodes {
        ...PersonRow
        ...ReachOfPerson @include(if: $leads)
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${PERSON_ROW}
  ${REACH_OF_PERSON}
`;

export const BUSINESS_UNITS: TypedDocumentNode<BusinessUnitsQuery> = gql`
  query BusinessUnits {
    businessUnits {
      id
      name
    }
  }
`;

export const ADD_PERSON: TypedDocumentNode<AddPersonMutation, AddPersonMutationVariables> = gql`
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      ...PersonRow
    }
  }
  ${PERSON_ROW}
`;

export const UPDATE_PERSON: TypedDocumentNode<UpdatePersonMutation, UpdatePersonMutationVariables> = gql`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      ...PersonRow
    }
  }
  ${PERSON_ROW}
`;

export const ADD_BUSINESS_UNIT: TypedDocumentNode<AddBusinessUnitMutation, AddBusinessUnitMutationVariables> = gql`
  mutation AddBusinessUnit($name: String!) {
    addBusinessUnit(name: $name) {
      id
      name
    }
  }
`;

export const INVITE_PEOPLE: TypedDocumentNode<InvitePeopleMutation, InvitePeopleMutationVariables> = gql`
  mutation InvitePeople($input: InvitePeopleInput!) {
    invitePeople(input: $input) {
      ...PersonRow
    }
  }
  ${PERSON_ROW}
`;

export const INVITE_AGAIN: TypedDocumentNode<InviteAgainMutation, InviteAgainMutationVariables> = gql`
  mutation InviteAgain($personId: ID!) {
    inviteAgain(personId: $personId) {
      ...PersonRow
      ...ReachOfPerson
    }
  }
  ${PERSON_ROW}
  ${REACH_OF_PERSON}
`;

export const TRY_ADDRESS_AGAIN: TypedDocumentNode<TryAddressAgainMutation, TryAddressAgainMutationVariables> = gql`
  mutation TryAddressAgain($personId: ID!) {
    tryAddressAgain(personId: $personId) {
      id
      bounce {
        address
        at
        reason
      }
    }
  }
`;

export const WITHDRAW_INVITATION: TypedDocumentNode<WithdrawInvitationMutation, WithdrawInvitationMutationVariables> =
  gql`
    mutation WithdrawInvitation($personId: ID!) {
      withdrawInvitation(personId: $personId) {
        ...PersonRow
        ...ReachOfPerson
      }
    }
    ${PERSON_ROW}
    ${REACH_OF_PERSON}
  `;
