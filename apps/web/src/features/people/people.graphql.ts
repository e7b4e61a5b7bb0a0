import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddBusinessUnitMutation,
  AddBusinessUnitMutationVariables,
  AddPersonMutation,
  AddPersonMutationVariables,
  BusinessUnitsQuery,
  PeopleQuery,
  PeopleQueryVariables,
  UpdatePersonMutation,
  UpdatePersonMutationVariables,
} from '../../graphql/generated/types.js';

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

export const PEOPLE: TypedDocumentNode<PeopleQuery, PeopleQueryVariables> = gql`
  query People($text: String, $roles: [Role!], $includeInactive: Boolean, $after: String) {
    people(text: $text, roles: $roles, includeInactive: $includeInactive, first: 50, after: $after) {
      nodes {
        ...PersonRow
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${PERSON_ROW}
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
